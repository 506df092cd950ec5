import { OrgError } from '../../org-error.js';
import type { Answer } from '../org-exchange.interface.js';
import type { DataCall, DataResource } from '../resource.interface.js';
import { requireObject } from '../sobjects/sobject-request.js';

/** Workflow rules and approval processes, of which the org has none. */
export const processResources: readonly DataResource[] = [
  { path: '/process', since: 30, methods: { GET: list } },
  {
    path: '/process/rules',
    since: 30,
    methods: { GET: () => ({ status: 200, body: { rules: {} } }), POST: trigger },
  },
  { path: '/process/rules/:sobject', since: 30, methods: { GET: ofObject } },
  {
    path: '/process/approvals',
    since: 30,
    methods: { GET: () => ({ status: 200, body: { approvals: {} } }), POST: submit },
  },
];

function list({ root }: DataCall): Answer {
  const names = ['approvals', 'rules'];
  return { status: 200, body: Object.fromEntries(names.map((name) => [name, `${root}/process/${name}`])) };
}

function ofObject(call: DataCall): Answer {
  const { name } = requireObject(call);
  return { status: 200, body: { rules: { [name]: [] } } };
}

function trigger(call: DataCall): Answer {
  call.body.object();
  return { status: 200, body: { errors: null, success: true } };
}

function submit(call: DataCall): Answer {
  call.body.object();
  throw new OrgError('NO_APPLICABLE_PROCESS', 'No applicable approval process was found.');
}
