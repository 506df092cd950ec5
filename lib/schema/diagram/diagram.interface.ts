/** Which family of objects one belongs to; diagrams colour them apart. */
export type DiagramObjectKind = 'standard' | 'custom' | 'event' | 'metadata' | 'external';

/** What a field identifies: its own record, another record, or its own record for other systems. */
export type DiagramKey = 'primary' | 'foreign' | 'unique';

export interface DiagramField {
  readonly name: string;
  readonly label: string;
  /** As describes call it: `string`, `currency`, `reference`. */
  readonly type: string;
  /** The type with what limits it: `string(80)`, `currency(16, 2)`. */
  readonly detail: string;
  readonly keys: readonly DiagramKey[];
  /** Whether a record cannot be made without a value for it. */
  readonly required: boolean;
  /** What a reference may point at, the objects that the diagram does not show too. */
  readonly referenceTo: readonly string[];
}

export interface DiagramObject {
  readonly name: string;
  readonly label: string;
  readonly kind: DiagramObjectKind;
  /** In the order of the describe. */
  readonly fields: readonly DiagramField[];
  /** How many fields the object has beside those. */
  readonly omitted: number;
}

/** A field of one shown object that points at another one, or at the same. */
export interface DiagramReference {
  readonly from: string;
  readonly field: string;
  readonly to: string;
  readonly kind: 'lookup' | 'master-detail';
  /** Whether the field may point at records of other objects too. */
  readonly polymorphic: boolean;
  /** Whether every record points at one. */
  readonly required: boolean;
  /** Whether no two records point at the same one. */
  readonly unique: boolean;
}

/** Objects and how they refer to each other: what is drawn, whatever draws it. Immutable. */
export interface Diagram {
  readonly title: string;
  readonly objects: readonly DiagramObject[];
  readonly references: readonly DiagramReference[];
}
