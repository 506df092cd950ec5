import type { SelectItem } from '../ast/select-item.js';
import {
  printCondition,
  printLiteral,
  printOrderByItem,
  printSelectItem,
  printWith,
} from '../soql-printer.js';
import { quoteSoqlString } from '../soql-string.js';
import type { ReturningFilter, ReturningItem } from './ast/returning-item.js';
import type { SearchExpression, SearchNegation } from './ast/search-expression.js';
import type { SearchOption } from './ast/search-option.js';
import type { SoslSearch } from './ast/sosl-search.js';
import { escapePattern } from './search-pattern.js';
import { isOperatorWord } from './search-text.js';

/** The text of a search. Nothing else in the library writes SOSL. */
export function printSosl(search: SoslSearch): string {
  let text = `FIND {${printSearchExpression(search.find)}}`;
  if (search.mode) text += ` USING ${search.mode} SEARCH`;
  if (search.in) text += ` IN ${search.in} FIELDS`;
  if (search.returning) text += ` RETURNING ${search.returning.map(printReturningItem).join(', ')}`;
  for (const option of search.with ?? []) text += ` WITH ${printOption(option)}`;
  if (search.limit !== undefined) text += ` LIMIT ${search.limit}`;
  if (search.update) text += ` UPDATE ${search.update.join(', ')}`;
  return text;
}

/** What stands in the braces of FIND; no character of a word can end it or mean anything else than itself. */
export function printSearchExpression(expression: SearchExpression | SearchNegation): string {
  switch (expression.kind) {
    case 'word':
      return printWord(expression.pattern);
    case 'phrase':
      return `"${escapePattern(expression.pattern)}"`;
    case 'sequence':
      return expression.terms.map(printOperand).join(' ');
    case 'and':
      return expression.operands.map(printOperand).join(' AND ');
    case 'or':
      return expression.operands.map(printOperand).join(' OR ');
    case 'not':
      return `NOT ${printOperand(expression.operand)}`;
  }
}

function printWord(pattern: string): string {
  return isOperatorWord(pattern) ? `"${pattern}"` : escapePattern(pattern);
}

/** What binds tighter is left to nobody's memory: whatever is made of several terms is parenthesised. */
function printOperand(expression: SearchExpression | SearchNegation): string {
  const compound = expression.kind === 'sequence' || expression.kind === 'and' || expression.kind === 'or';
  return compound ? `(${printSearchExpression(expression)})` : printSearchExpression(expression);
}

function printReturningItem(item: ReturningItem): string {
  const { sobject, fields, where, using, orderBy, limit, offset } = item;
  const clauses: string[] = [];
  if (where) clauses.push(`WHERE ${printCondition(where)}`);
  if (using) clauses.push(`USING ${printFilter(using)}`);
  if (orderBy) clauses.push(`ORDER BY ${orderBy.map(printOrderByItem).join(', ')}`);
  if (limit !== undefined) clauses.push(`LIMIT ${limit}`);
  if (offset !== undefined) clauses.push(`OFFSET ${offset}`);
  if (!fields && clauses.length === 0) return sobject;
  // The language has no clause without a field before it, and the id is what comes without fields.
  const list = fields ? fields.map((field: SelectItem) => printSelectItem(field)).join(', ') : 'Id';
  return `${sobject}(${[list, ...clauses].join(' ')})`;
}

function printFilter(filter: ReturningFilter): string {
  switch (filter.kind) {
    case 'list-view':
      return `ListView=${filter.name}`;
    case 'list-view-id':
      return `ListView(id=${filter.id})`;
    case 'lookup': {
      const bindings = filter.bindings.map(({ name, value }) => `${name} = ${printLiteral(value)}`);
      return `LOOKUP ${filter.path.join('.')}${bindings.length > 0 ? ` BIND ${bindings.join(', ')}` : ''}`;
    }
  }
}

function printOption(option: SearchOption): string {
  switch (option.kind) {
    case 'division':
      return `DIVISION = ${quoteSoqlString(option.name)}`;
    case 'network':
      return `NETWORK ${printIds(option.ids)}`;
    case 'pricebook':
      return `PricebookId ${printIds(option.ids)}`;
    case 'snippet':
      return option.targetLength === undefined ? 'SNIPPET' : `SNIPPET (target_length=${option.targetLength})`;
    case 'highlight':
      return 'HIGHLIGHT';
    case 'spell-correction':
      return `SPELL_CORRECTION = ${option.enabled}`;
    case 'metadata':
      return `METADATA = ${quoteSoqlString(option.value)}`;
    case 'data-category':
    case 'security':
      return printWith(option);
  }
}

function printIds(ids: readonly string[]): string {
  const list = ids.map(quoteSoqlString).join(', ');
  return ids.length === 1 ? `= ${list}` : `IN (${list})`;
}
