import type { Expression, FieldPath, FunctionCall } from '../../../soql/ast/expression.js';
import { soqlFunction } from './functions/soql-functions.js';
import type { PlannedExpression } from './planned-expression.interface.js';
import type { RecordScope } from './record-scope.js';
import { NULL } from './sql-fragment.js';

/** @throws OrgError for a name that the catalog does not have, or a function that does not take the argument. */
export function planExpression(scope: RecordScope, expression: Expression): PlannedExpression {
  return expression.kind === 'field' ? planField(scope, expression) : planCall(scope, expression);
}

function planField(scope: RecordScope, path: FieldPath): PlannedExpression {
  const field = scope.resolve(path);
  return {
    // A compound has no column of its own; what would compare or sort it refuses it before the SQL is used.
    sql: field.column ?? NULL,
    type: field.field.type,
    name: field.field.name,
    key: field.path.join('.'),
    field,
    aggregate: false,
  };
}

function planCall(scope: RecordScope, call: FunctionCall): PlannedExpression {
  const definition = soqlFunction(call.name);
  if (!definition) throw scope.source.refusal('MALFORMED_QUERY', `unknown function: ${call.name}`, call);
  return definition.plan(call, scope, (index) => {
    const argument = call.args[index];
    if (argument?.kind === 'field' || argument?.kind === 'function') return planExpression(scope, argument);
    throw scope.source.refusal('MALFORMED_QUERY', `${call.name} needs a field`, call);
  });
}
