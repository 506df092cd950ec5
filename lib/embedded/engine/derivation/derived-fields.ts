import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { OrgRow } from '../org-row.js';
import { bodyLength } from './body-length.js';
import type { Derivation, DerivedWrite } from './derivation.interface.js';
import { documentIdentity } from './document-identity.js';
import { eventTimes } from './event-times.js';
import { lineItemPrice } from './line-item-price.js';
import { opportunityStage } from './opportunity-stage.js';
import { personName } from './person-name.js';
import { recordName } from './record-name.js';
import { statusCode } from './status-code.js';
import { newUser } from './new-user.js';
import { caseStatus, taskStatus } from './work-status.js';

const DERIVATIONS: readonly Derivation[] = [
  personName,
  recordName,
  opportunityStage,
  lineItemPrice,
  caseStatus,
  taskStatus,
  statusCode,
  bodyLength,
  documentIdentity,
  eventTimes,
  newUser,
];

/** What the org sets in the records of one object from their other fields. */
export class DerivedFields {
  /** The fields that may be set; those the object does not have are left out. */
  readonly names: readonly string[];
  /** The fields that the derivations look at, and those they keep. */
  readonly inputs: readonly string[];
  /** The fields that clients need not give though they are never empty. */
  readonly filled: ReadonlySet<string>;
  readonly #reads: ReadonlySet<string>;
  readonly #derivations: readonly Derivation[];

  constructor(object: ObjectSchema) {
    const present = (names: readonly string[]) => names.filter((name) => object.field(name) !== undefined);
    this.#derivations = DERIVATIONS.filter((derivation) => derivation.appliesTo(object));
    const reads = present(this.#derivations.flatMap((derivation) => derivation.reads));
    this.names = [...new Set(present(this.#derivations.flatMap((derivation) => derivation.sets)))];
    this.inputs = [...new Set([...reads, ...this.names])];
    this.filled = new Set(this.#derivations.flatMap(({ fills = [] }) => fills));
    this.#reads = new Set(reads);
  }

  /** Whether a write of these fields can change what follows. */
  followFrom(names: readonly string[]): boolean {
    return names.some((name) => this.#reads.has(name));
  }

  /** Sets what follows in `row`. */
  derive(write: DerivedWrite, row: OrgRow): void {
    for (const derivation of this.#derivations) {
      const derived = derivation.derive(write);
      for (const name of this.names) {
        const value = derived[name];
        if (value !== undefined) row[name] = value;
      }
    }
  }
}
