import { nearestNames } from '../../common/nearest-names.js';
import type { EntityMetadata } from '../../metadata/entity-metadata.interface.js';
import { labelOf } from '../api-label.js';
import { renamedName } from '../compare/renamed-name.js';
import type { SObjectSummary } from '../sobject-definition.interface.js';
import { creation } from './creation.js';
import { driftFinding } from './drift-finding.js';
import type { DriftFinding } from './drift-report.interface.js';
import type { Finding } from './field-pair.interface.js';

/**
 * What became of the object of an entity that the org has not, as the connected user sees it.
 *
 * @param taken objects that other entities are of
 */
export function missingObject(
  metadata: EntityMetadata,
  objects: readonly SObjectSummary[],
  taken: ReadonlySet<string>,
  isHidden: boolean,
): DriftFinding {
  const { apiName } = metadata;
  const free = objects.filter(({ name }) => !taken.has(name));
  const finding = isHidden ? HIDDEN : absence(metadata, free);
  return driftFinding(metadata, {}, { ...finding, message: `(${apiName}) ${finding.message}` });
}

/** What is said of an object that the org lists, and does not describe to the connected user. */
export function refusedObject(metadata: EntityMetadata, refusal: string): DriftFinding {
  return driftFinding(
    metadata,
    {},
    {
      severity: 'error',
      code: 'object-access',
      message: `(${metadata.apiName}) is in the org, which does not describe it to the connected user: ${refusal}`,
      fix: 'Give the user read access to the object.',
    },
  );
}

const HIDDEN: Finding = {
  severity: 'error',
  code: 'object-hidden',
  message: 'is in the org, but the connected user may not see it: everything that names it is refused.',
  fix: 'Give the user read access to the object.',
};

function absence(metadata: EntityMetadata, free: readonly SObjectSummary[]): Finding {
  const { apiName, label = labelOf(apiName), custom } = metadata;
  const renamed = renamedName(
    { name: apiName, label, kind: String(custom) },
    free.map((object) => ({ name: object.name, label: object.label, kind: String(object.custom) })),
  );
  if (renamed !== undefined) return renamedFinding(apiName, renamed);
  const near = nearestNames(
    apiName,
    free.map(({ name }) => name),
  );
  return {
    severity: 'error',
    code: 'object-missing',
    message:
      'is not in the org, or the connected user may not see it: everything that names it is refused.' +
      (near.length > 0 ? ` Similar: ${near.join(', ')}.` : ''),
    fix:
      near.length > 0
        ? `Say @SObject({ apiName: '${near[0]}' }) if that is meant, or give the user access to ${apiName}.`
        : `${creation(apiName, apiName)}, give the user access to it, or remove the entity.`,
  };
}

function renamedFinding(apiName: string, renamed: string): Finding {
  const isSpelling = renamed.toLowerCase() === apiName.toLowerCase();
  return {
    severity: 'error',
    code: 'object-renamed',
    message: isSpelling
      ? `is spelt ${renamed} in the org.`
      : `is not in the org, or the connected user may not see it; it seems to be called ${renamed} now.`,
    fix: `Say @SObject({ apiName: '${renamed}' }).`,
  };
}
