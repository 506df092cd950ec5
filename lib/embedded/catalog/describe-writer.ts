import type {
  DescribeChildRelationship,
  DescribeGlobalResult,
  DescribeGlobalSObject,
  DescribeSObjectResult,
} from '../../protocol/describe.interface.js';
import type { Catalog, ChildRelationship } from './catalog.js';
import { describeField } from './field-describer.js';
import type { ObjectSchema } from './object-schema.js';
import { describeScopes } from './object-scopes.js';

/** The record type every object has, and the only one of an embedded org. */
const MASTER_RECORD_TYPE_ID = '012000000000000AAA';
const MAX_BATCH_SIZE = 200;

/** Yes-or-no properties beside those every catalog has its own member for. */
const TRAITS = [
  'activateable',
  'customSetting',
  'deepCloneable',
  'deprecatedAndHidden',
  'feedEnabled',
  'hasSubtypes',
  'isInterface',
  'isSubtype',
  'layoutable',
  'mergeable',
  'mruEnabled',
  'replicateable',
  'retrieveable',
  'searchable',
  'triggerable',
  'undeletable',
] as const;

/** The answer of GET /sobjects. @param root path of the API version, such as `/services/data/v67.0` */
export function describeGlobal(catalog: Catalog, root: string): DescribeGlobalResult {
  return {
    encoding: 'UTF-8',
    maxBatchSize: MAX_BATCH_SIZE,
    sobjects: catalog.all().map((object) => describeGlobalEntry(object, root)),
  };
}

/** One object in short: an entry of GET /sobjects, and `objectDescribe` of GET /sobjects/{name}. */
export function describeGlobalEntry(object: ObjectSchema, root: string): DescribeGlobalSObject {
  const url = `${root}/sobjects/${object.name}`;
  return {
    ...commonProperties(object),
    urls: { rowTemplate: `${url}/{ID}`, describe: `${url}/describe`, sobject: url },
  };
}

/** The answer of GET /sobjects/{name}/describe. */
export function describeSObject(object: ObjectSchema, catalog: Catalog, root: string): DescribeSObjectResult {
  const layoutable = object.definition.traits?.includes('layoutable') === true;
  return {
    actionOverrides: [],
    ...commonProperties(object),
    childRelationships: catalog.children(object).map((child) => describeChild(child)),
    compactLayoutable: layoutable,
    defaultImplementation: null,
    extendedBy: null,
    extendsInterfaces: null,
    fields: object.fields.map((field) => describeField(field)),
    implementedBy: null,
    implementsInterfaces: null,
    listviewable: null,
    lookupLayoutable: null,
    namedLayoutInfos: [],
    networkScopeFieldName: null,
    recordTypeInfos: [masterRecordType(object, root)],
    searchLayoutable: layoutable,
    sobjectDescribeOption: 'FULL',
    supportedScopes: describeScopes(object),
    urls: describeUrls(object, root),
  };
}

function commonProperties(object: ObjectSchema) {
  const { definition } = object;
  const traits = new Set(definition.traits);
  const flags = Object.fromEntries(TRAITS.map((trait) => [trait, traits.has(trait)]));
  return {
    ...flags,
    associateEntityType: null,
    associateParentEntity: null,
    createable: definition.createable,
    custom: definition.custom,
    deletable: definition.deletable,
    keyPrefix: definition.keyPrefix,
    label: definition.label,
    labelPlural: definition.labelPlural,
    name: definition.name,
    queryable: definition.queryable,
    updateable: definition.updateable,
  };
}

function describeChild({ name, child, field }: ChildRelationship): DescribeChildRelationship {
  return {
    cascadeDelete: field.cascadeDelete === true,
    childSObject: child.name,
    deprecatedAndHidden: false,
    field: field.name,
    junctionIdListNames: [],
    junctionReferenceTo: [],
    relationshipName: name,
    restrictedDelete: field.restrictedDelete === true,
  };
}

function masterRecordType(object: ObjectSchema, root: string) {
  return {
    active: true,
    available: true,
    defaultRecordTypeMapping: true,
    developerName: 'Master',
    master: true,
    name: 'Master',
    recordTypeId: MASTER_RECORD_TYPE_ID,
    urls: { layout: `${root}/sobjects/${object.name}/describe/layouts/${MASTER_RECORD_TYPE_ID}` },
  };
}

function describeUrls(object: ObjectSchema, root: string): Record<string, string> {
  const url = `${root}/sobjects/${object.name}`;
  return {
    compactLayouts: `${url}/describe/compactLayouts`,
    rowTemplate: `${url}/{ID}`,
    approvalLayouts: `${url}/describe/approvalLayouts`,
    uiDetailTemplate: '/{ID}',
    uiEditTemplate: '/{ID}/e',
    uiNewRecord: `/${object.keyPrefix}/e`,
    listviews: `${url}/listviews`,
    describe: `${url}/describe`,
    quickActions: `${url}/quickActions`,
    layouts: `${url}/describe/layouts`,
    sobject: url,
  };
}
