/**
 * How much a difference between code and org matters: an `error` breaks reading, or an operation as a whole; a `warning` lets
 * particular writes fail, or values turn up that the code does not know; an `info` breaks nothing.
 *
 * @publicApi
 */
export type DriftSeverity = 'error' | 'warning' | 'info';

/**
 * What a difference is about.
 *
 * @publicApi
 */
export type DriftCode =
  | 'object-missing'
  | 'object-renamed'
  | 'object-hidden'
  | 'object-access'
  | 'record-type'
  | 'field-missing'
  | 'field-renamed'
  | 'field-hidden'
  | 'field-access'
  | 'type'
  | 'length'
  | 'precision'
  | 'nullability'
  | 'default'
  | 'formula'
  | 'picklist'
  | 'reference'
  | 'relationship'
  | 'children'
  | 'external-id'
  | 'unique';

/**
 * One difference between an entity and the org.
 *
 * @publicApi
 */
export interface DriftFinding {
  readonly severity: DriftSeverity;
  readonly code: DriftCode;
  /** Name of the entity's class. */
  readonly entity: string;
  /** API name of the object, as the entity has it. */
  readonly object: string;
  /** Property of the class, of what is about one. */
  readonly property?: string;
  /** API name of the field, as the entity has it. */
  readonly field?: string;
  /** What differs. */
  readonly message: string;
  /** What to do about it. */
  readonly fix: string;
}

/**
 * What entities and org differ in.
 *
 * @publicApi
 */
export interface DriftReport {
  /** How many entities were compared. */
  readonly entities: number;
  /** By severity, and within one in the order of the entities and their properties. */
  readonly findings: readonly DriftFinding[];
  /** How many findings there are of each severity. */
  readonly counts: Readonly<Record<DriftSeverity, number>>;
}
