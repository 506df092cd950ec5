import { nearestNames } from '../../common/nearest-names.js';
import type { EntityMetadata, FieldMetadata } from '../../metadata/entity-metadata.interface.js';
import { labelOf } from '../api-label.js';
import { renamedName } from '../compare/renamed-name.js';
import { creation } from './creation.js';
import type { FieldDefinition, SObjectDefinition } from '../sobject-definition.interface.js';
import type { Finding } from './field-pair.interface.js';
import { valueKind } from './value-kind.js';

/**
 * Of the fields that an entity has and the object has not, as the connected user sees it, what became of them. Platform events have no
 * id, and everything else has one.
 */
export async function missingFields(
  { fields, id }: EntityMetadata,
  object: SObjectDefinition,
  hiddenFields: () => Promise<readonly string[]>,
): Promise<ReadonlyMap<FieldMetadata, Finding>> {
  const names = new Set(object.fields.map(({ name }) => name));
  const missing = [...fields.values()].filter((field) => field !== id && !names.has(field.apiName));
  if (missing.length === 0) return new Map();
  const hidden = new Set(await hiddenFields());
  const mapped = new Set([...fields.values()].map(({ apiName }) => apiName));
  const free = object.fields.filter(({ name }) => !mapped.has(name));
  return new Map(
    missing.map((field) => [
      field,
      hidden.has(field.apiName) ? hiddenFinding(object) : absentFinding(field, free),
    ]),
  );
}

function hiddenFinding({ name }: SObjectDefinition): Finding {
  return {
    severity: 'error',
    code: 'field-hidden',
    message: 'is in the org, but the connected user may not see it: every query that names it is refused.',
    fix: `Let the user read the field (field-level security of ${name}), or remove the property.`,
  };
}

function absentFinding(field: FieldMetadata, free: readonly FieldDefinition[]): Finding {
  const { apiName, label = labelOf(apiName), type } = field;
  const renamed = renamedName(
    { name: apiName, label, kind: valueKind(type) },
    free.map((one) => ({ name: one.name, label: one.label, kind: valueKind(one.type) })),
  );
  if (renamed !== undefined) return renamedFinding(apiName, renamed);
  const near = nearestNames(
    apiName,
    free.map(({ name }) => name),
  );
  const remedy = near.length > 0 ? `Say apiName: '${near[0]}' if that is meant` : creation(apiName, 'it');
  return {
    severity: 'error',
    code: 'field-missing',
    message:
      'is not in the org, or the connected user may not see it: every query that names it is refused.' +
      (near.length > 0 ? ` Similar: ${near.join(', ')}.` : ''),
    fix: `${remedy}, let the user read it, or remove the property.`,
  };
}

function renamedFinding(apiName: string, renamed: string): Finding {
  const isSpelling = renamed.toLowerCase() === apiName.toLowerCase();
  return {
    severity: 'error',
    code: 'field-renamed',
    message: isSpelling
      ? `is spelt ${renamed} in the org: its values are found under that name alone.`
      : `is not in the org, or the connected user may not see it; it seems to be called ${renamed} now.`,
    fix: `Say apiName: '${renamed}'.`,
  };
}
