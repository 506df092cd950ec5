import { InvalidQueryException } from '../../exceptions/invalid-query.exception.js';
import type { EntityMetadata } from '../../metadata/entity-metadata.interface.js';
import type { FieldType } from '../../protocol/field-type.type.js';
import { functionCall } from '../../soql/ast/factories/expression.factory.js';
import type { Expression } from '../../soql/ast/expression.js';
import { DATE_FUNCTIONS, dateFunctionCall, datePartObstacle } from '../where/date-function.js';
import { isAggregatable, isDated, isGroupable, isNumeric } from '../where/field-abilities.js';
import { ParentPath } from '../select/parent-path.js';
import { isPlainData } from '../find/plain-data.js';
import { Aggregate } from './aggregate.js';
import { ColumnNames } from './column-names.js';
import { DatePart } from './date-part.js';
import { FormattedAggregate } from './formatted-aggregate.js';
import { type ResolvedField, resolveField, resolveFields } from './resolve-field.js';

/** One value of the rows of an aggregating query. */
export interface RowColumn {
  /** Where it stands in the row: under a property, or further in, as fields of parents do. */
  readonly place: readonly string[];
  readonly expression: Expression;
  readonly type: FieldType;
  /** The name the org answers it by. */
  readonly key: string;
  /** Whether the query has to ask for that name. */
  readonly isAliased: boolean;
  /** Whether records are grouped by it. */
  readonly isGroup: boolean;
  /** What it is over no records at all. */
  readonly ofNothing: 0 | null;
}

type ColumnValue = Omit<RowColumn, 'place' | 'key' | 'isAliased'>;

/** Aggregates whose values are written differently from user to user. */
const FORMATTABLE: ReadonlySet<string> = new Set(['AVG', 'MAX', 'MIN', 'SUM']);

/** Makes the columns of one query, each with a place and a name of its own. */
export class RowColumns {
  readonly #entity: EntityMetadata;
  readonly #names: ColumnNames;
  readonly #columns: RowColumn[] = [];

  constructor(entity: EntityMetadata) {
    this.#entity = entity;
    this.#names = new ColumnNames(entity);
  }

  get all(): readonly RowColumn[] {
    return this.#columns;
  }

  /** @throws InvalidQueryException for what records cannot be grouped by. */
  groupBy(term: unknown): void {
    if (typeof term === 'string') return this.#groupByField(resolveField(this.#root, term));
    const entries = isPlainData(term) ? Object.entries(term) : [];
    if (entries.length === 0) {
      throw this.#refusal('a group is by a property, an object of them, or a part of a date');
    }
    for (const [key, value] of entries) {
      if (value instanceof DatePart) this.#groupByPart(key, value as DatePart);
      else for (const field of resolveFields(this.#root, { [key]: value })) this.#groupByField(field);
    }
  }

  /** @throws InvalidQueryException for what cannot be aggregated. */
  aggregate(column: string, aggregate: unknown): void {
    if (aggregate instanceof FormattedAggregate) {
      return this.#addFormatted(column, (aggregate as FormattedAggregate).aggregate);
    }
    if (!(aggregate instanceof Aggregate)) {
      throw this.#refusal(
        `${column} is no aggregate: use count, countDistinct, sum, avg, min, max, grouping or formatted`,
      );
    }
    this.#add([column], column, this.#aggregated(aggregate as Aggregate));
  }

  #aggregated(aggregate: Aggregate): ColumnValue {
    const { name, field: reference } = aggregate;
    const part = name === 'GROUPING' && this.#partCalled(reference);
    if (part) {
      const expression = functionCall('GROUPING', part.expression);
      return { expression, type: 'int', isGroup: false, ofNothing: null };
    }
    const isCount = name === 'COUNT' || name === 'COUNT_DISTINCT';
    const resolved = resolveField(this.#root, reference ?? this.#entity.id.property);
    const problem = this.#problem(aggregate, resolved);
    if (problem !== undefined) throw new InvalidQueryException(`${resolved.name}: ${problem}`);
    return {
      expression: functionCall(name, resolved.path),
      type: isCount || name === 'GROUPING' ? 'int' : name === 'AVG' ? 'double' : resolved.field.type,
      isGroup: false,
      ofNothing: isCount ? 0 : null,
    };
  }

  #addFormatted(column: string, aggregate: Aggregate): void {
    const { expression, ...value } = this.#aggregated(aggregate);
    if (!FORMATTABLE.has(aggregate.name) || !(isNumeric(value) || isDated(value))) {
      throw this.#refusal(`${column}: formatted is for sum, avg, min and max, of numbers and dates`);
    }
    const formatted = functionCall('FORMAT', expression);
    this.#add([column], column, { ...value, expression: formatted, type: 'string' });
  }

  /** What the query groups by under a name of its own. */
  #partCalled(reference: unknown): RowColumn | undefined {
    return this.#columns.find(
      ({ isGroup, expression, place: [name] }) =>
        isGroup && expression.kind === 'function' && name === reference,
    );
  }

  get #root(): ParentPath {
    return ParentPath.root(this.#entity);
  }

  #groupByField({ field, path, properties, name }: ResolvedField): void {
    if (!isGroupable(field)) {
      const instead = field.type === 'datetime' ? 'Group by a part of it, such as dayOnly.' : 'Leave it out.';
      throw new InvalidQueryException(
        `${name}: records are not grouped by fields of type ${field.type} such as this one. ${instead}`,
      );
    }
    const column = { expression: path, type: field.type, isGroup: true, ofNothing: null };
    // A field of the queried object comes back under its own name, one of a parent under the last part of its path.
    if (properties.length === 1)
      this.#place({ ...column, place: properties, key: field.apiName, isAliased: false });
    else
      this.#add(properties, properties.map((one, i) => (i === 0 ? one : capitalised(one))).join(''), column);
  }

  #groupByPart(column: string, { name, field: reference, inUserTimeZone }: DatePart): void {
    const { field, path, name: fieldName } = resolveField(this.#root, reference);
    const definition = DATE_FUNCTIONS[name];
    const obstacle = datePartObstacle(definition, field.type, inUserTimeZone);
    if (obstacle !== undefined) throw new InvalidQueryException(`${fieldName}: ${obstacle}`);
    const expression = dateFunctionCall(definition, path, inUserTimeZone);
    this.#add([column], column, { expression, type: definition.type, isGroup: true, ofNothing: null });
  }

  #problem({ name }: Aggregate, { field, path }: ResolvedField): string | undefined {
    if (name === 'GROUPING') {
      const isGrouped = this.#columns.some(({ isGroup, expression }) => isGroup && expression === path);
      return isGrouped ? undefined : 'grouping is asked of a field that the query groups by.';
    }
    if (name === 'SUM' || name === 'AVG') {
      return isNumeric(field) ? undefined : `${name} is of numbers, and this is a ${field.type}.`;
    }
    return isAggregatable(field)
      ? undefined
      : `${name} is not of fields of type ${field.type} such as this one.`;
  }

  #add(place: readonly string[], wish: string, column: ColumnValue): void {
    this.#place({ ...column, place, key: this.#names.claim(wish), isAliased: true });
  }

  #place(column: RowColumn): void {
    const other = this.#columns.find(({ place }) => overlap(place, column.place));
    if (other) throw this.#refusal(`the row has two columns called ${other.place.join('.')}`);
    this.#columns.push(column);
  }

  #refusal(reason: string): InvalidQueryException {
    return new InvalidQueryException(`${this.#entity.target.name}: ${reason}.`);
  }
}

/** Whether one place is the other, or lies within it. */
function overlap(one: readonly string[], other: readonly string[]): boolean {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length).every((part, i) => part === other[i]);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
