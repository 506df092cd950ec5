import { NUMERIC_FIELD_TYPES, type FieldType } from '../../../protocol/field-type.type.js';
import type { SelectedExpression, SelectItem, TypeofSelection } from '../../../soql/ast/select-item.js';
import type { SoqlQuery } from '../../../soql/ast/soql-query.js';
import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import { isText } from '../case-folding.js';
import { isAggregateQuery } from './aggregate-planner.js';
import { planExpression } from './expression-planner.js';
import { expandFields } from './fields-expansion.js';
import { childRelationship } from './record-planner.js';
import { RecordScope } from './record-scope.js';

/** One column of a query's result, in the names of the `columns` parameter's answer. */
export interface QueryColumn {
  readonly aggregate: boolean;
  readonly apexType: string | null;
  readonly booleanType: boolean;
  readonly columnName: string;
  readonly custom: boolean;
  readonly displayName: string;
  readonly foreignKeyName: string | null;
  readonly insertable: boolean;
  /** The columns of a parent, or of the children of a subquery. */
  readonly joinColumns: readonly QueryColumn[];
  readonly numberType: boolean;
  readonly textType: boolean;
  readonly updatable: boolean;
}

/** What a query would answer with, without its records. */
export interface QueryColumns {
  readonly columnMetadata: readonly QueryColumn[];
  readonly entityName: string;
  readonly groupBy: boolean;
  readonly idSelected: boolean;
  readonly keyPrefix: string | null;
}

const APEX_TYPES: Readonly<Partial<Record<FieldType, string>>> = {
  id: 'Id',
  reference: 'Id',
  boolean: 'Boolean',
  int: 'Integer',
  long: 'Long',
  double: 'Double',
  currency: 'Double',
  percent: 'Double',
  date: 'Date',
  datetime: 'Datetime',
  time: 'Time',
  base64: 'Blob',
  address: 'Address',
  location: 'Location',
};

/** The columns of a query that can be planned in the scope: that nothing in it is refused has been seen to. */
export function queryColumns(query: SoqlQuery, scope: RecordScope): QueryColumns {
  const { definition, name } = scope.object;
  const columnMetadata = new ColumnList(query, scope).columns;
  return {
    columnMetadata,
    entityName: name,
    groupBy: query.groupBy !== undefined,
    idSelected: columnMetadata.some(({ columnName, aggregate }) => columnName === 'Id' && !aggregate),
    keyPrefix: definition.keyPrefix,
  };
}

/** A column that other columns are still added to. */
interface OpenColumn extends QueryColumn {
  readonly joinColumns: QueryColumn[];
}

class ColumnList {
  readonly columns: QueryColumn[] = [];
  readonly #scope: RecordScope;
  readonly #grouped: boolean;
  readonly #parents = new Map<string, OpenColumn>();
  #unnamed = 0;

  constructor(query: SoqlQuery, scope: RecordScope) {
    this.#scope = scope;
    this.#grouped = isAggregateQuery(query);
    for (const item of expandFields(query, scope)) this.#add(item);
  }

  #add(item: SelectItem): void {
    if (item.kind === 'subquery') this.#addChildren(item.query);
    else if (item.kind === 'typeof') this.#addTypeof(item);
    else if (item.kind === 'expression') this.#addExpression(item);
  }

  #addExpression({ expression, alias }: SelectedExpression): void {
    if (expression.kind === 'field') {
      const { field, path } = this.#scope.resolve(expression);
      // A group has the values of parents beside its own.
      if (this.#grouped) this.columns.push(fieldColumn(field, alias));
      else this.#parent(path.slice(0, -1), expression).push(fieldColumn(field));
      return;
    }
    const planned = planExpression(this.#scope, expression);
    // The number of all records is no column.
    if (planned.key === 'COUNT()') return;
    const path = alias === undefined ? (planned.resultPath ?? [`expr${this.#unnamed++}`]) : [alias];
    const displayName = planned.key.replace(/\w+(?=\()/g, (name) => name.toLowerCase());
    this.#parent(path.slice(0, -1), expression).push({
      ...typedColumn(path.at(-1)!, planned.type),
      aggregate: alias !== undefined || planned.resultPath === undefined,
      apexType: null,
      displayName,
    });
  }

  #addTypeof({ relationship }: TypeofSelection): void {
    const path = this.#scope.relationships(relationship.path);
    this.#parent(this.#scope.reach(path, relationship).path, relationship);
  }

  #addChildren(query: SoqlQuery): void {
    const { catalog, source } = this.#scope;
    const { name, child } = childRelationship(query, this.#scope, 1);
    const children = new RecordScope(catalog, source, child, query.from);
    this.columns.push({
      ...plainColumn(name),
      aggregate: true,
      joinColumns: new ColumnList(query, children).columns,
    });
  }

  /** Where the columns of a parent go; parents appear where they are first mentioned. */
  #parent(path: readonly string[], node: object): QueryColumn[] {
    const name = path.at(-1);
    if (name === undefined) return this.columns;
    const key = path.join('.');
    const known = this.#parents.get(key);
    if (known) return known.joinColumns;
    const { source } = this.#scope.reach(path.slice(0, -1), node);
    const foreignKeyName = source.object.parent(name)?.name ?? null;
    const column: OpenColumn = { ...plainColumn(name), foreignKeyName, joinColumns: [] };
    this.#parents.set(key, column);
    this.#parent(path.slice(0, -1), node).push(column);
    return column.joinColumns;
  }
}

function fieldColumn(field: FieldDefinition, alias = field.name): QueryColumn {
  return {
    ...typedColumn(alias, field.type),
    custom: field.custom === true,
    displayName: field.name,
    insertable: field.createable === true,
    updatable: field.updateable === true,
  };
}

function typedColumn(name: string, type: FieldType): QueryColumn {
  return {
    ...plainColumn(name),
    apexType: APEX_TYPES[type] ?? 'String',
    booleanType: type === 'boolean',
    numberType: NUMERIC_FIELD_TYPES.has(type),
    textType: isText(type),
  };
}

function plainColumn(name: string): QueryColumn {
  return {
    aggregate: false,
    apexType: null,
    booleanType: false,
    columnName: name,
    custom: false,
    displayName: name,
    foreignKeyName: null,
    insertable: false,
    joinColumns: [],
    numberType: false,
    textType: false,
    updatable: false,
  };
}
