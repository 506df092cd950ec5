import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { FormulaReader } from '../formula/formula-reader.js';
import type { OrgRow } from '../org-row.js';
import { toWireRecord } from '../record-reader.js';

/** Records as those see them who extend the org: as the API gives them, formulas computed. */
export class RecordView {
  readonly #formulas: FormulaReader;

  constructor(formulas: FormulaReader) {
    this.#formulas = formulas;
  }

  of(object: ObjectSchema, row: Readonly<OrgRow>): Readonly<Record<string, unknown>> {
    return toWireRecord(object, this.#formulas.complete(object, row));
  }
}
