import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import type { FieldDefinition, SObjectDefinition } from '../../schema/sobject-definition.interface.js';
import { findField } from '../../schema/source/find-field.js';
import type { FieldPath } from '../../soql/ast/expression.js';
import { fieldPath } from '../../soql/ast/factories/expression.factory.js';
import { selected } from '../../soql/ast/factories/select-item.factory.js';
import type { FieldsExpansion, SelectItem } from '../../soql/ast/select-item.js';
import type { SoqlQuery } from '../../soql/ast/soql-query.js';
import { printSoql } from '../../soql/soql-printer.js';

/** A query whose rows are records as a snapshot holds them. */
export interface RecordQuery {
  readonly sobject: string;
  readonly fields: readonly string[];
  readonly soql: string;
}

/** Compounds are made of their components; the others are no values of records. */
const COMPOUNDS = new Set(['address', 'location']);
const NO_VALUES = new Set([...COMPOUNDS, 'base64', 'complexvalue', 'junctionidlist']);

/**
 * The query of records, for a snapshot to hold them: with their ids, which records refer to each other by, with the components
 * of compound fields in place of these, and with the names of fields in place of `FIELDS()`.
 *
 * @throws SalesforceConfigurationException for a query whose rows are no records of one object, or a field that it does not have
 */
export function recordQuery(query: SoqlQuery, definition: SObjectDefinition): RecordQuery {
  if (query.groupBy) throw noRecords('GROUP BY');
  const names = query.select.flatMap((item) => namesOf(item, query, definition));
  const all = [...new Set([...idOf(definition), ...names])];
  const select = all.map((name) => selected(fieldPath(name)));
  return { sobject: definition.name, fields: all, soql: printSoql({ ...query, select }) };
}

function namesOf(item: SelectItem, { from }: SoqlQuery, definition: SObjectDefinition): readonly string[] {
  if (item.kind === 'fields') return namesOfGroup(item.group, definition);
  if (item.kind === 'subquery') throw noRecords('a subquery');
  if (item.kind === 'typeof') throw noRecords('TYPEOF');
  if (item.expression.kind === 'function') throw noRecords(`${item.expression.name}()`);
  const name = ownField(item.expression, from.alias ?? definition.name);
  const field = findField(definition, name);
  if (COMPOUNDS.has(field.type)) return componentsOf(field, definition);
  if (NO_VALUES.has(field.type)) {
    throw new SalesforceConfigurationException(
      `${definition.name}.${field.name} is a file or a list, which a snapshot does not hold.`,
    );
  }
  return [field.name];
}

function namesOfGroup(group: FieldsExpansion['group'], { fields }: SObjectDefinition): readonly string[] {
  return fields
    .filter(({ type }) => !NO_VALUES.has(type))
    .filter(({ custom }) => group === 'ALL' || (custom === true) === (group === 'CUSTOM'))
    .map(({ name }) => name);
}

/** `a.Name` and `Account.Name` of `FROM Account a` are `Name`. */
function ownField({ path }: FieldPath, alias: string): string {
  const [first, second, ...others] = path;
  const aliased = second !== undefined && first?.toLowerCase() === alias.toLowerCase();
  const own = aliased ? [second, ...others] : path;
  if (own.length === 1) return own[0]!;
  throw noRecords(`${own.join('.')}, a field of another record,`);
}

function componentsOf(compound: FieldDefinition, { fields }: SObjectDefinition): readonly string[] {
  return fields
    .filter(({ compoundFieldName, type }) => compoundFieldName === compound.name && !NO_VALUES.has(type))
    .map(({ name }) => name);
}

function idOf({ fields }: SObjectDefinition): readonly string[] {
  return fields.filter(({ type }) => type === 'id').map(({ name }) => name);
}

function noRecords(part: string): SalesforceConfigurationException {
  return new SalesforceConfigurationException(
    `A snapshot takes queries whose rows are records with fields of their own; ${part} is none: take other records by a ` +
      '--data of their own.',
  );
}
