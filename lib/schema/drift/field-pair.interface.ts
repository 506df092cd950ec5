import type { FieldMetadata } from '../../metadata/entity-metadata.interface.js';
import type { FieldDefinition, SObjectDefinition } from '../sobject-definition.interface.js';
import type { DriftFinding } from './drift-report.interface.js';

/** A field as an entity has it and as the org has it. */
export interface FieldPair {
  /** What the entity says. */
  readonly field: FieldMetadata;
  /** The org's object, as the connected user sees it. */
  readonly object: SObjectDefinition;
  readonly actual: FieldDefinition;
}

/** A finding but for whom it is about. */
export type Finding = Pick<DriftFinding, 'severity' | 'code' | 'message' | 'fix'>;
