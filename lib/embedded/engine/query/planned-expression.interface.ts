import type { FieldType } from '../../../protocol/field-type.type.js';
import type { SqliteValue } from '../sqlite-database.interface.js';
import type { ResolvedField } from './resolved-field.interface.js';
import type { SqlFragment } from './sql-fragment.js';

/** A field or function call, ready to stand in any clause. */
export interface PlannedExpression {
  readonly sql: SqlFragment;
  readonly type: FieldType;
  /** The name that messages use: the field's, or the function's. */
  readonly name: string;
  /** Equal for equal expressions, however they are written: `CALENDAR_YEAR(Account.CreatedDate)`. */
  readonly key: string;
  /** The field itself, where the expression is nothing else. */
  readonly field?: ResolvedField;
  readonly aggregate: boolean;
  /** The key of the expression whose grouping it tells, for a call of GROUPING. */
  readonly groupingOf?: string;
  /** The name of an unaliased result is this one instead of `expr0`. */
  readonly resultName?: string;
  /** Turns the value of the column into what travels, where the type alone does not say how. */
  readonly toWire?: (value: SqliteValue) => unknown;
}
