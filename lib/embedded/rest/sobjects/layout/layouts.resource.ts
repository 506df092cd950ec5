import type { DescribeSObjectResult } from '../../../../protocol/describe.interface.js';
import { toId18 } from '../../../../protocol/salesforce-id.js';
import { OrgError } from '../../../org-error.js';
import { resourceNotFound } from '../../error-answer.js';
import type { Answer } from '../../org-exchange.interface.js';
import type { DataCall, DataResource } from '../../resource.interface.js';
import { metadataAnswer } from '../metadata-answer.js';
import { describeFor, recordTypesOf } from '../sobject-description.js';
import { findObject, requireObject } from '../sobject-request.js';
import { compactLayout, describeCompactLayouts } from './compact-layout-writer.js';
import { describeLayouts, pageLayout } from './layout-writer.js';

/** The layouts that the platform has beside those of record types. */
const NAMED_LAYOUTS: ReadonlySet<string> = new Set(['User.UserAlt']);

/** How records of an object are laid out, as a whole and by record type. */
export const layoutResources: readonly DataResource[] = [
  of('/layouts', (_, description) => describeLayouts(description)),
  of('/layouts/:recordType', (call, description) => {
    requireRecordType(call, description);
    return pageLayout(description);
  }),
  of('/compactLayouts', (call, description) =>
    describeCompactLayouts(description, `${call.root}/sobjects/${description.name}/describe/compactLayouts`),
  ),
  of('/compactLayouts/primary', (_, description) => compactLayout(description)),
  of('/compactLayouts/:recordType', (call, description) => {
    requireRecordType(call, description);
    return compactLayout(description);
  }),
  of('/namedLayouts/:name', (call, description) => {
    if (!NAMED_LAYOUTS.has(`${description.name}.${call.parameters['name']}`)) throw resourceNotFound();
    return describeLayouts(description);
  }),
  of('/approvalLayouts', () => ({ approvalLayouts: [] })),
  { path: '/compactLayouts', since: 31, methods: { GET: compactLayouts } },
];

function of(
  path: string,
  describe: (call: DataCall, description: DescribeSObjectResult) => unknown,
): DataResource {
  return {
    path: `/sobjects/:sobject/describe${path}`,
    methods: { GET: (call) => metadataAnswer(call, describe(call, requireLayoutable(call))) },
  };
}

/** Only objects with a page of their own have layouts. */
function requireLayoutable(call: DataCall): DescribeSObjectResult {
  const description = describeFor(call, requireObject(call));
  if (description['layoutable'] !== true) throw resourceNotFound();
  return description;
}

function requireRecordType({ parameters }: DataCall, description: DescribeSObjectResult): void {
  const wanted = toId18(parameters['recordType'] ?? '');
  if (!recordTypesOf(description).some(({ recordTypeId }) => recordTypeId === wanted))
    throw resourceNotFound();
}

/** The compact layouts of several objects: `?q=Account,Contact`. */
function compactLayouts(call: DataCall): Answer {
  const names = (call.query.get('q') ?? '').split(',').filter((name) => name.trim() !== '');
  if (names.length === 0) throw new OrgError('MISSING_ARGUMENT', 'Required parameter missing: q');
  const layouts = names.map((name) => {
    const object = findObject(call, name.trim());
    if (!object) throw resourceNotFound();
    return [object.name, compactLayout(describeFor(call, object))] as const;
  });
  return metadataAnswer(call, Object.fromEntries(layouts));
}
