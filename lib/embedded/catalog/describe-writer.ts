import type {
  DescribeChildRelationship,
  DescribeField,
  DescribeGlobalResult,
  DescribeGlobalSObject,
  DescribeSObjectResult,
} from '../../protocol/describe.interface.js';
import type {
  ChildRelationshipDefinition,
  RecordTypeDefinition,
  SObjectDefinition,
  SObjectSummary,
} from '../../schema/sobject-definition.interface.js';
import type { Catalog } from './catalog.js';
import { describeUrls, summaryUrls, withRoot } from './describe-urls.js';
import {
  childPropertiesIn,
  fieldPropertiesIn,
  objectPropertiesIn,
  recordTypePropertiesIn,
  versionOf,
} from './describe-versions.js';
import { describeField } from './field-describer.js';
import type { ObjectSchema } from './object-schema.js';
import { describeScopes } from './object-scopes.js';
import { describedRecordTypes, MASTER_RECORD_TYPE_ID } from './record-types.js';

const MAX_BATCH_SIZE = 200;

/** The answer of GET /sobjects. @param root path of the API version, such as `/services/data/v67.0` */
export function describeGlobal(catalog: Pick<Catalog, 'summaries'>, root: string): DescribeGlobalResult {
  return {
    encoding: 'UTF-8',
    maxBatchSize: MAX_BATCH_SIZE,
    sobjects: catalog.summaries().map((summary) => describeSummary(summary, root)),
  };
}

/** One object in short: an entry of GET /sobjects, and `objectDescribe` of GET /sobjects/{name}. */
export function describeGlobalEntry(object: ObjectSchema, root: string): DescribeGlobalSObject {
  return describeSummary(object.definition, root);
}

function describeSummary(object: SObjectSummary, root: string): DescribeGlobalSObject {
  const is = traitsOf(object);
  return objectPropertiesIn(versionOf(root), {
    activateable: is('activateable'),
    associateEntityType: object.associateEntityType ?? null,
    associateParentEntity: object.associateParentEntity ?? null,
    createable: object.createable,
    custom: object.custom,
    customSetting: is('customSetting'),
    deepCloneable: is('deepCloneable'),
    deletable: object.deletable,
    deprecatedAndHidden: is('deprecatedAndHidden'),
    feedEnabled: is('feedEnabled'),
    hasSubtypes: is('hasSubtypes'),
    isInterface: is('isInterface'),
    isSubtype: is('isSubtype'),
    keyPrefix: object.keyPrefix,
    label: object.label,
    labelPlural: object.labelPlural,
    layoutable: is('layoutable'),
    mergeable: is('mergeable'),
    mruEnabled: is('mruEnabled'),
    name: object.name,
    queryable: object.queryable,
    replicateable: is('replicateable'),
    retrieveable: is('retrieveable'),
    searchable: is('searchable'),
    triggerable: is('triggerable'),
    undeletable: is('undeletable'),
    updateable: object.updateable,
    urls: withRoot(summaryUrls(object), root),
  }) as unknown as DescribeGlobalSObject;
}

/** The answer of GET /sobjects/{name}/describe, with the properties of the root's version in the platform's order. */
export function describeSObject(
  object: ObjectSchema,
  catalog: Pick<Catalog, 'describedChildren'>,
  root: string,
): DescribeSObjectResult {
  const { definition } = object;
  const version = versionOf(root);
  const is = traitsOf(definition);
  return objectPropertiesIn(version, {
    actionOverrides: [],
    activateable: is('activateable'),
    associateEntityType: definition.associateEntityType ?? null,
    associateParentEntity: definition.associateParentEntity ?? null,
    childRelationships: catalog
      .describedChildren(object)
      .map((child) => childPropertiesIn(version, describeChild(child))),
    compactLayoutable: layoutableOr(definition.compactLayoutable, is),
    createable: definition.createable,
    custom: definition.custom,
    customSetting: is('customSetting'),
    deepCloneable: is('deepCloneable'),
    defaultImplementation: null,
    deletable: definition.deletable,
    deprecatedAndHidden: is('deprecatedAndHidden'),
    extendedBy: null,
    extendsInterfaces: null,
    feedEnabled: is('feedEnabled'),
    fields: object.fields.map((field) => fieldPropertiesIn(version, describeField(field)) as DescribeField),
    hasSubtypes: is('hasSubtypes'),
    implementedBy: null,
    implementsInterfaces: null,
    isInterface: is('isInterface'),
    isSubtype: is('isSubtype'),
    keyPrefix: definition.keyPrefix,
    label: definition.label,
    labelPlural: definition.labelPlural,
    layoutable: is('layoutable'),
    listviewable: null,
    lookupLayoutable: null,
    mergeable: is('mergeable'),
    mruEnabled: is('mruEnabled'),
    name: definition.name,
    namedLayoutInfos: [],
    networkScopeFieldName: null,
    queryable: definition.queryable,
    recordTypeInfos: describeRecordTypes(definition, root),
    replicateable: is('replicateable'),
    retrieveable: is('retrieveable'),
    searchLayoutable: layoutableOr(definition.searchLayoutable, is),
    searchable: is('searchable'),
    sobjectDescribeOption: 'FULL',
    supportedScopes: definition.supportedScopes ?? describeScopes(object),
    triggerable: is('triggerable'),
    undeletable: is('undeletable'),
    updateable: definition.updateable,
    urls: withRoot(definition.urls ?? describeUrls(definition), root),
    ...definition.others,
  }) as unknown as DescribeSObjectResult;
}

type Is = (trait: string) => boolean;

function traitsOf({ traits }: SObjectSummary): Is {
  return (trait) => traits?.includes(trait) === true;
}

function layoutableOr(said: boolean | null | undefined, is: Is): boolean | null {
  return said === undefined ? is('layoutable') : said;
}

function describeChild(child: ChildRelationshipDefinition): DescribeChildRelationship {
  return {
    cascadeDelete: child.cascadeDelete === true,
    childSObject: child.childSObject,
    deprecatedAndHidden: child.deprecatedAndHidden === true,
    field: child.field,
    junctionIdListNames: child.junctionIdListNames ?? [],
    junctionReferenceTo: child.junctionReferenceTo ?? [],
    relationshipName: child.relationshipName,
    restrictedDelete: child.restrictedDelete === true,
  };
}

function describeRecordTypes(definition: SObjectDefinition, root: string): readonly unknown[] {
  return describedRecordTypes(definition).map((type) =>
    describeRecordType(type, `${root}/sobjects/${definition.name}`),
  );
}

function describeRecordType(type: RecordTypeDefinition, sobject: string): Record<string, unknown> {
  const id = type.recordTypeId ?? MASTER_RECORD_TYPE_ID;
  return recordTypePropertiesIn(versionOf(sobject), {
    active: type.active !== false,
    available: type.available !== false,
    defaultRecordTypeMapping: type.isDefault === true,
    developerName: type.developerName,
    master: type.master === true,
    name: type.name,
    recordTypeId: id,
    urls: { layout: `${sobject}/describe/layouts/${id}` },
  });
}
