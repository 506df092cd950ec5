import type { EntityMetadata } from '../../metadata/entity-metadata.interface.js';
import type { DriftFinding } from './drift-report.interface.js';
import type { Finding } from './field-pair.interface.js';

/** What of an entity a finding is about: the whole of it, a relation, or a field. */
interface Subject {
  readonly property?: string;
  readonly apiName?: string;
}

/** A finding with whom it is about, in the message too: `Account.tier (Tier__c) is …`. */
export function driftFinding(
  { target, apiName: object }: EntityMetadata,
  { property, apiName: field }: Subject,
  { severity, code, message, fix }: Finding,
): DriftFinding {
  const entity = target.name;
  const subject = property === undefined ? entity : `${entity}.${property}`;
  return {
    severity,
    code,
    entity,
    object,
    ...(property === undefined ? {} : { property }),
    ...(field === undefined ? {} : { field }),
    message: `${field === undefined ? subject : `${subject} (${field})`} ${message}`,
    fix,
  };
}
