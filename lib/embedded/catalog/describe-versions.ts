/**
 * The API version that a property of describes was first recorded in. What is not listed is in every version the org speaks,
 * the others may be a version or two older than recordings show.
 */
const OBJECT_PROPERTIES: Readonly<Record<string, number>> = {
  actionOverrides: 32,
  compactLayoutable: 29,
  namedLayoutInfos: 31,
  mruEnabled: 37,
  networkScopeFieldName: 37,
  supportedScopes: 37,
  hasSubtypes: 40,
  isSubtype: 40,
  deepCloneable: 48,
  defaultImplementation: 48,
  extendedBy: 48,
  extendsInterfaces: 48,
  implementedBy: 48,
  implementsInterfaces: 48,
  isInterface: 48,
  associateEntityType: 52,
  associateParentEntity: 52,
};
const FIELD_PROPERTIES: Readonly<Record<string, number>> = {
  cascadeDelete: 26,
  displayLocationInDecimal: 26,
  permissionable: 26,
  restrictedDelete: 26,
  extraTypeInfo: 31,
  filteredLookupInfo: 31,
  mask: 31,
  maskType: 31,
  queryByDistance: 31,
  encrypted: 33,
  highScaleNumber: 33,
  referenceTargetField: 33,
  aggregatable: 37,
  compoundFieldName: 37,
  polymorphicForeignKey: 40,
  searchPrefilterable: 40,
  aiPredictionField: 44,
  formulaTreatNullNumberAsZero: 44,
};
const RECORD_TYPE_PROPERTIES: Readonly<Record<string, number>> = {
  active: 42,
  developerName: 43,
  master: 32,
};
const CHILD_PROPERTIES: Readonly<Record<string, number>> = {
  junctionIdListNames: 34,
  junctionReferenceTo: 34,
  restrictedDelete: 26,
};

/** The version that a path such as `/services/data/v67.0` names; the newest where it names none. */
export function versionOf(root: string): number {
  return Number(/\/v(\d+)\.\d/.exec(root)?.[1] ?? Infinity);
}

export function objectPropertiesIn(version: number, properties: object): Record<string, unknown> {
  return knownIn(version, properties, OBJECT_PROPERTIES);
}

export function fieldPropertiesIn(version: number, properties: object): Record<string, unknown> {
  return knownIn(version, properties, FIELD_PROPERTIES);
}

export function recordTypePropertiesIn(version: number, properties: object): Record<string, unknown> {
  return knownIn(version, properties, RECORD_TYPE_PROPERTIES);
}

export function childPropertiesIn(version: number, properties: object): Record<string, unknown> {
  return knownIn(version, properties, CHILD_PROPERTIES);
}

function knownIn(
  version: number,
  properties: object,
  since: Readonly<Record<string, number>>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => (since[name] ?? 0) <= version));
}
