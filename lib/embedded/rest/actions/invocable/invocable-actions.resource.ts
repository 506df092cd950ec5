import { resourceNotFound } from '../../error-answer.js';
import type { Answer } from '../../org-exchange.interface.js';
import { isObject } from '../../request-body.js';
import type { DataCall, DataResource } from '../../resource.interface.js';
import { OrgError } from '../../../org-error.js';
import { type ActionParameter, STANDARD_ACTIONS, type StandardAction } from './invocable-action.js';

const CUSTOM_KINDS = ['apex', 'emailAlert', 'flow', 'quickAction', 'sendNotification'] as const;

/** Actions that programs invoke: the standard ones, and those that handlers stand for. */
export const invocableActionResources: readonly DataResource[] = [
  {
    path: '/actions',
    since: 32,
    methods: { GET: ({ root }) => listing(`${root}/actions`, ['standard', 'custom']) },
  },
  { path: '/actions/standard', since: 32, methods: { GET: listStandard } },
  { path: '/actions/standard/:action', since: 32, methods: { GET: describeStandard, POST: invokeStandard } },
  {
    path: '/actions/custom',
    since: 32,
    methods: { GET: ({ root }) => listing(`${root}/actions/custom`, CUSTOM_KINDS) },
  },
  { path: '/actions/custom/:kind', since: 32, methods: { GET: listCustom } },
  { path: '/actions/custom/:kind/:action', since: 32, methods: { GET: describeCustom, POST: invokeCustom } },
];

function listing(url: string, names: readonly string[]): Answer {
  return { status: 200, body: Object.fromEntries(names.map((name) => [name, `${url}/${name}`])) };
}

function listStandard({ root }: DataCall): Answer {
  const actions = STANDARD_ACTIONS.map(({ label, name, type }) => ({
    label,
    name,
    type,
    url: `${root}/actions/standard/${name}`,
  }));
  return { status: 200, body: { actions } };
}

function describeStandard(call: DataCall): Answer {
  const { inputs, outputs, ...action } = standardAction(call);
  return {
    status: 200,
    body: {
      category: action.category,
      description: action.description,
      inputs: inputs.map(describeParameter),
      label: action.label,
      name: action.name,
      outputs: outputs.map(describeParameter),
      standard: true,
      targetEntityName: null,
      type: action.type,
    },
  };
}

function describeParameter(parameter: ActionParameter) {
  return { byteLength: 0, maxOccurs: 1, picklistValues: null, sobjectType: null, ...parameter };
}

function listCustom(call: DataCall): Answer {
  const kind = kindOf(call);
  const actions = [...call.org.actions.keys()]
    .filter((key) => key.startsWith(`custom/${kind}/`))
    .map((key) => key.slice(`custom/${kind}/`.length))
    .map((name) => ({
      label: name,
      name,
      type: kind.toUpperCase(),
      url: `${call.root}/actions/custom/${kind}/${name}`,
    }));
  return { status: 200, body: { actions } };
}

function describeCustom(call: DataCall): Answer {
  const kind = kindOf(call);
  const name = call.parameters['action'] ?? '';
  if (!call.org.actions.has(`custom/${kind}/${name}`)) throw resourceNotFound();
  return {
    status: 200,
    body: {
      category: null,
      description: null,
      inputs: [],
      label: name,
      name,
      outputs: [],
      standard: false,
      targetEntityName: null,
      type: kind.toUpperCase(),
    },
  };
}

function invokeStandard(call: DataCall): Answer {
  const { name } = standardAction(call);
  return invoke(call, name, `standard/${name}`);
}

function invokeCustom(call: DataCall): Answer {
  const key = `custom/${kindOf(call)}/${call.parameters['action']}`;
  if (!call.org.actions.has(key)) throw resourceNotFound();
  return invoke(call, call.parameters['action'] ?? '', key);
}

/** Runs an action once for every entry of `inputs`; each run succeeds or fails by itself. */
function invoke(call: DataCall, actionName: string, key: string): Answer {
  const { inputs } = call.body.object();
  if (!Array.isArray(inputs) || inputs.length === 0) {
    throw new OrgError('INVALID_INPUT', 'The request must have an array of inputs.');
  }
  const results = inputs.map((input: unknown) =>
    invokeOnce(call, actionName, key, isObject(input) ? input : {}),
  );
  return { status: results.every(({ isSuccess }) => isSuccess) ? 200 : 400, body: results };
}

function invokeOnce(
  { org, user }: DataCall,
  actionName: string,
  key: string,
  input: Readonly<Record<string, unknown>>,
) {
  const handler = org.actions.get(key);
  try {
    if (!handler) throw new OrgError('FUNCTIONALITY_NOT_ENABLED', `No handler is registered for ${key}.`);
    const outputValues = handler(input, { userId: user.id }) ?? null;
    return { actionName, errors: null, isSuccess: true, outputValues };
  } catch (error) {
    const statusCode = error instanceof OrgError ? error.errorCode : 'UNKNOWN_EXCEPTION';
    const message = error instanceof Error ? error.message : String(error);
    return {
      actionName,
      errors: [{ statusCode, message, fields: [] }],
      isSuccess: false,
      outputValues: null,
    };
  }
}

function standardAction({ parameters }: DataCall): StandardAction {
  const wanted = parameters['action']?.toLowerCase();
  const action = STANDARD_ACTIONS.find(({ name }) => name.toLowerCase() === wanted);
  if (!action) throw resourceNotFound();
  return action;
}

function kindOf({ parameters }: DataCall): string {
  const kind = CUSTOM_KINDS.find((name) => name === parameters['kind']);
  if (!kind) throw resourceNotFound();
  return kind;
}
