import type {
  DescribeChildRelationship,
  DescribeField,
  DescribeSObjectResult,
  PicklistEntry,
} from '../protocol/describe.interface.js';
import { derivedProperties } from './derived-properties.js';
import { presentMembers } from './present-members.js';
import type {
  ChildRelationshipDefinition,
  FieldDefinition,
  PicklistValueDefinition,
  RecordTypeDefinition,
  SObjectDefinition,
} from './sobject-definition.interface.js';

type Properties = Readonly<Record<string, unknown>>;

/** Members of a definition, and what is told by others; every other property that is `true` is a trait. */
const OBJECT_MEMBERS = new Set([
  'name',
  'label',
  'labelPlural',
  'keyPrefix',
  'custom',
  'createable',
  'updateable',
  'deletable',
  'queryable',
  'associateEntityType',
  'associateParentEntity',
  'fields',
  'childRelationships',
  'recordTypeInfos',
  'supportedScopes',
  'urls',
  'compactLayoutable',
  'searchLayoutable',
]);

/**
 * The definition of an object that an org describes: all of what the describe says, in the shorter form of a catalog. The
 * describe of it is the one it came from, but for what the platform does not fix, such as the order of properties.
 *
 * @param describe the answer of `GET /sobjects/{name}/describe`
 */
export function sobjectFromDescribe(describe: DescribeSObjectResult): SObjectDefinition {
  const entries = Object.entries(describe).filter(([name]) => !OBJECT_MEMBERS.has(name));
  const others = entries.filter(([, value]) => typeof value !== 'boolean' && !isAbsent(value));
  const layoutable = describe['layoutable'] === true;
  return presentMembers<SObjectDefinition>({
    name: describe.name,
    label: describe.label ?? describe.name,
    labelPlural: describe.labelPlural ?? describe.label ?? describe.name,
    keyPrefix: describe.keyPrefix ?? null,
    custom: describe.custom === true,
    createable: describe['createable'] === true,
    updateable: describe['updateable'] === true,
    deletable: describe['deletable'] === true,
    queryable: describe['queryable'] === true,
    traits: entries.filter(([, value]) => value === true).map(([name]) => name),
    associateEntityType: textOf(describe['associateEntityType']),
    associateParentEntity: textOf(describe['associateParentEntity']),
    fields: describe.fields.map((field) => fieldFrom(field)),
    recordTypes: listOf(describe['recordTypeInfos'])?.map((info) => recordTypeFrom(info)),
    childRelationships: (describe.childRelationships ?? []).map((child) => childFrom(child)),
    supportedScopes: listOf(describe['supportedScopes']) as SObjectDefinition['supportedScopes'],
    urls: urlsBelowVersion(describe['urls']),
    compactLayoutable: unlessEqual(describe['compactLayoutable'], layoutable),
    searchLayoutable: unlessEqual(describe['searchLayoutable'], layoutable),
    others: others.length > 0 ? Object.fromEntries(others) : undefined,
  });
}

function fieldFrom(field: DescribeField): FieldDefinition {
  const { picklistValues, defaultValue, ...described } = field;
  const known: Record<string, unknown> = {};
  const others: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(described)) {
    const isSaid = name === 'relationshipOrder' ? value !== null : !isAbsent(value);
    if (!isSaid || DERIVED.has(name)) continue;
    (FIELD_MEMBERS.has(name) ? known : others)[name] = value;
  }
  const values = (picklistValues ?? []).map((entry) => picklistValueFrom(entry));
  const definition = presentMembers<FieldDefinition>({
    ...(known as unknown as FieldDefinition),
    label: field.label ?? field.name,
    defaultValue: defaultFrom(field.type, defaultValue),
    picklistValues: values.length > 0 ? values : undefined,
    others: Object.keys(others).length > 0 ? others : undefined,
  });
  return { ...definition, ...unlikeDerived(definition, field) };
}

const DERIVED = new Set([
  'byteLength',
  'permissionable',
  'queryByDistance',
  'searchPrefilterable',
  'soapType',
]);

/** What a describe says of a field, by the names that definitions have too. */
const FIELD_MEMBERS = new Set(
  `aggregatable aiPredictionField autoNumber calculated calculatedFormula cascadeDelete caseSensitive compoundFieldName
  controllerName createable custom defaultValueFormula defaultedOnCreate dependentPicklist deprecatedAndHidden digits
  displayLocationInDecimal encrypted externalId extraTypeInfo filterable filteredLookupInfo formulaTreatNullNumberAsZero
  groupable highScaleNumber htmlFormatted idLookup inlineHelpText label length mask maskType name nameField namePointing
  nillable polymorphicForeignKey precision referenceTargetField referenceTo relationshipName relationshipOrder
  restrictedDelete restrictedPicklist scale sortable type unique updateable writeRequiresMasterRead`.split(
    /\s+/,
  ),
);

function unlikeDerived(definition: FieldDefinition, described: DescribeField): Partial<FieldDefinition> {
  const entries = Object.entries(derivedProperties(definition)).filter(
    ([name, value]) => described[name] !== undefined && described[name] !== value,
  );
  return Object.fromEntries(entries.map(([name]) => [name, described[name]]));
}

function defaultFrom(type: string, value: unknown): FieldDefinition['defaultValue'] {
  if (type === 'boolean')
    return value === false || value === undefined ? undefined : (value as boolean | null);
  return value === null || value === undefined ? undefined : (value as string | number);
}

function picklistValueFrom(entry: PicklistEntry): PicklistValueDefinition {
  return presentMembers<PicklistValueDefinition>({
    value: entry.value,
    label: entry.label,
    isDefault: entry.defaultValue || undefined,
    active: entry.active === false ? false : undefined,
    validFor: entry.validFor ?? undefined,
  });
}

function recordTypeFrom(info: Properties): RecordTypeDefinition {
  return presentMembers<RecordTypeDefinition>({
    developerName: String(info['developerName'] ?? info['name']),
    name: String(info['name']),
    recordTypeId: textOf(info['recordTypeId']),
    active: info['active'] === false ? false : undefined,
    available: info['available'] === false ? false : undefined,
    isDefault: info['defaultRecordTypeMapping'] === true || undefined,
    master: info['master'] === true || undefined,
  });
}

function childFrom(child: DescribeChildRelationship): ChildRelationshipDefinition {
  return presentMembers<ChildRelationshipDefinition>({
    childSObject: child.childSObject,
    field: child.field,
    relationshipName: child.relationshipName ?? null,
    cascadeDelete: child.cascadeDelete || undefined,
    restrictedDelete: child.restrictedDelete || undefined,
    deprecatedAndHidden: child['deprecatedAndHidden'] === true || undefined,
    junctionIdListNames: textsOf(child['junctionIdListNames']),
    junctionReferenceTo: textsOf(child['junctionReferenceTo']),
  });
}

/** `/services/data/v60.0/sobjects/Account` -> `/sobjects/Account`, so that the definition outlives the version. */
function urlsBelowVersion(urls: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof urls !== 'object' || urls === null) return undefined;
  const entries = Object.entries(urls as Record<string, unknown>).map(
    ([name, url]) => [name, String(url).replace(/^.*?\/services\/data\/v\d+\.\d(?=\/)/, '')] as const,
  );
  return Object.fromEntries(entries);
}

function isAbsent(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === 0) return true;
  return Array.isArray(value) && value.length === 0;
}

function unlessEqual(value: unknown, derived: boolean): boolean | null | undefined {
  return value === undefined || value === derived ? undefined : (value as boolean | null);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function textsOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) && value.length > 0 ? (value as string[]) : undefined;
}

function listOf(value: unknown): readonly Properties[] | undefined {
  return Array.isArray(value) ? (value as Properties[]) : undefined;
}
