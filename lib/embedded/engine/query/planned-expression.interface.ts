import type { FieldType } from '../../../protocol/field-type.type.js';
import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { SqliteValue } from '../sqlite-database.interface.js';
import type { ReadContext } from './query-plan.interface.js';
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
  /** An unaliased result takes the place of this field instead of the name `expr0`. */
  readonly resultPath?: readonly string[];
  /** The field whose value is displayed, where the expression is more than the field. */
  readonly shown?: FieldDefinition;
  /** The currency of an amount, where it is not that of the record. */
  readonly currency?: SqlFragment;
  /** Whether it makes a text for people, which no clause but SELECT has a use for. */
  readonly selectOnly?: true;
  /** Turns the value of the column into what travels, where the type alone does not say how. */
  readonly toWire?: (value: SqliteValue, context: ReadContext) => unknown;
}
