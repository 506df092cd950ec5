import type { EntityMetadata, FieldMetadata } from '../../metadata/entity-metadata.interface.js';
import type { FieldDefinition, SObjectDefinition } from '../sobject-definition.interface.js';
import { checkFieldAccess } from './check-field-access.js';
import { checkObject } from './check-object.js';
import { checkPicklist } from './check-picklist.js';
import { checkChildren, checkParent } from './check-relations.js';
import { checkType } from './check-type.js';
import { checkValues } from './check-values.js';
import { driftFinding } from './drift-finding.js';
import type { DriftFinding } from './drift-report.interface.js';
import type { FieldPair, Finding } from './field-pair.interface.js';
import { missingFields } from './missing-fields.js';

const ASPECTS: readonly ((pair: FieldPair) => readonly Finding[])[] = [
  checkType,
  checkValues,
  checkPicklist,
  checkFieldAccess,
];

/**
 * What an entity and the org's object differ in.
 *
 * @param hiddenFields fields the org has, asked for when the connected user does not see one of the entity's
 */
export async function checkEntity(
  metadata: EntityMetadata,
  object: SObjectDefinition,
  hiddenFields: () => Promise<readonly string[]>,
): Promise<readonly DriftFinding[]> {
  const missing = await missingFields(metadata, object, hiddenFields);
  return [
    ...checkObject(metadata, object).map((finding) => driftFinding(metadata, {}, finding)),
    ...checkFields(metadata, object, missing),
    ...checkRelations(metadata, object),
  ];
}

function checkFields(
  metadata: EntityMetadata,
  object: SObjectDefinition,
  missing: ReadonlyMap<FieldMetadata, Finding>,
): readonly DriftFinding[] {
  const actual = byName(object);
  return [...metadata.fields.values()].flatMap((field) => {
    const there = actual.get(field.apiName);
    const absence = missing.get(field);
    const findings = there ? checkField({ field, object, actual: there }) : absence ? [absence] : [];
    return findings.map((finding) => driftFinding(metadata, field, finding));
  });
}

function checkField(pair: FieldPair): readonly Finding[] {
  return ASPECTS.flatMap((check) => check(pair));
}

function checkRelations(metadata: EntityMetadata, object: SObjectDefinition): readonly DriftFinding[] {
  const actual = byName(object);
  const ofParents = [...metadata.parents.values()].flatMap((parent) => {
    // A foreign key that is not there is told of as the field it is.
    const foreignKey = actual.get(parent.foreignKey.apiName);
    const findings = foreignKey ? checkParent(parent, foreignKey, metadata) : [];
    return findings.map((finding) => driftFinding(metadata, { property: parent.property }, finding));
  });
  const ofChildren = [...metadata.children.values()].flatMap((children) =>
    checkChildren(children, object).map((finding) =>
      driftFinding(metadata, { property: children.property }, finding),
    ),
  );
  return [...ofParents, ...ofChildren];
}

function byName({ fields }: SObjectDefinition): ReadonlyMap<string, FieldDefinition> {
  return new Map(fields.map((field) => [field.name, field]));
}
