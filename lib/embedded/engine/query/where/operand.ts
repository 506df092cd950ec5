import { DateString } from '../../../../protocol/date-string.js';
import type { FieldType } from '../../../../protocol/field-type.type.js';
import { toId18 } from '../../../../protocol/salesforce-id.js';
import type { Literal } from '../../../../soql/ast/literal.js';
import type { PlannedExpression } from '../planned-expression.interface.js';
import { bind, FALSE, sql, TRUE, type SqlFragment } from '../sql-fragment.js';
import { isText } from '../../case-folding.js';
import { folded } from '../folded.js';

/** How values of a group of field types are compared with literals. */
export interface Operand {
  /** The name that messages give the type. */
  readonly type: string;
  readonly quoted: boolean;
  /** The side of the field. */
  readonly left: SqlFragment;
  /** The side of the literal; `undefined` for one of another type. */
  right(literal: Literal): SqlFragment | undefined;
}

/** The comparison rules for an expression. */
export function operandOf(expression: PlannedExpression): Operand {
  const { type, sql: column } = expression;
  if (type === 'id' || type === 'reference') return idOperand(column);
  if (type === 'boolean') return booleanOperand(column);
  if (type === 'date') return dateOperand(column);
  if (type === 'datetime') return dateTimeOperand(column);
  if (type === 'time') return timeOperand(column);
  if (isText(type) || type === 'anyType') return textOperand(expression);
  return numberOperand(column, type);
}

function textOperand(expression: PlannedExpression): Operand {
  return {
    type: 'string',
    quoted: true,
    left: folded(expression, expression.sql),
    right: (literal) => (literal.kind === 'string' ? folded(expression, bind(literal.value)) : undefined),
  };
}

/** Ids are stored in their long form and compared as they are: the short form is unique by case alone. */
function idOperand(column: SqlFragment): Operand {
  return {
    type: 'ID',
    quoted: true,
    left: column,
    right(literal) {
      const id = literal.kind === 'string' ? toId18(literal.value) : undefined;
      return id === undefined ? undefined : bind(id);
    },
  };
}

/** The boolean of a parent that is missing counts as false. */
function booleanOperand(column: SqlFragment): Operand {
  return {
    type: 'boolean',
    quoted: false,
    left: sql`COALESCE(${column}, 0)`,
    right: (literal) => (literal.kind === 'boolean' ? (literal.value ? TRUE : FALSE) : undefined),
  };
}

function numberOperand(column: SqlFragment, type: FieldType): Operand {
  return {
    type: type === 'int' || type === 'long' ? 'int' : 'double',
    quoted: false,
    left: column,
    right: (literal) => (literal.kind === 'number' ? bind(Number(literal.text)) : undefined),
  };
}

function dateOperand(column: SqlFragment): Operand {
  return {
    type: 'date',
    quoted: false,
    left: column,
    right: (literal) =>
      literal.kind === 'date' && DateString.is(literal.text) ? bind(literal.text) : undefined,
  };
}

function dateTimeOperand(column: SqlFragment): Operand {
  return {
    type: 'dateTime',
    quoted: false,
    left: column,
    right(literal) {
      if (literal.kind !== 'datetime') return undefined;
      const instant = new Date(literal.text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
      return Number.isNaN(instant.getTime()) ? undefined : bind(instant.toISOString());
    },
  };
}

function timeOperand(column: SqlFragment): Operand {
  return {
    type: 'time',
    quoted: false,
    left: column,
    right(literal) {
      if (literal.kind !== 'time') return undefined;
      const instant = new Date(`1970-01-01T${literal.text}`);
      return Number.isNaN(instant.getTime()) ? undefined : bind(instant.toISOString().slice(11));
    },
  };
}
