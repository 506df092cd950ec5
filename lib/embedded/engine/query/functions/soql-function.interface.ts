import type { FunctionCall } from '../../../../soql/ast/expression.js';
import type { PlannedExpression } from '../planned-expression.interface.js';
import type { RecordScope } from '../record-scope.js';

/** Plans the call of one function, or of a family of functions that differ by name only. */
export interface SoqlFunction {
  plan(call: FunctionCall, scope: RecordScope, planArgument: ArgumentPlanner): PlannedExpression;
}

/** Plans the argument at an index, which must be a field or a function. */
export type ArgumentPlanner = (index: number) => PlannedExpression;
