import type { FieldType } from '../../protocol/field-type.type.js';

/** What happened to a thing between two states of a schema. */
export type ChangeKind = 'added' | 'removed' | 'renamed' | 'changed';

/** One property whose value differs; undefined stands for what a definition does not say. */
export interface PropertyChange {
  readonly property: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** A picklist value or a record type, by its API name. */
export interface MemberChange {
  readonly kind: Exclude<ChangeKind, 'renamed'>;
  readonly name: string;
  readonly changes: readonly PropertyChange[];
}

export interface FieldChange {
  readonly kind: ChangeKind;
  /** As it is called now; of one that was removed, as it was. */
  readonly name: string;
  /** What a renamed field was called. */
  readonly formerName?: string;
  readonly label: string;
  readonly type: FieldType;
  readonly changes: readonly PropertyChange[];
  readonly picklistValues: readonly MemberChange[];
}

export interface ObjectChange {
  readonly kind: ChangeKind;
  readonly name: string;
  readonly formerName?: string;
  readonly label: string;
  readonly changes: readonly PropertyChange[];
  readonly fields: readonly FieldChange[];
  readonly recordTypes: readonly MemberChange[];
}
