import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { SelectedExpression, TypeofSelection } from '../../../soql/ast/select-item.js';
import type { FieldPath } from '../../../soql/ast/expression.js';
import { compoundReader } from '../wire-value.js';
import { planExpression } from './expression-planner.js';
import { isDateFunction } from './functions/date-functions.js';
import { noSuchType } from './query-refusals.js';
import type { RecordScope } from './record-scope.js';
import {
  polymorphicAttributes,
  recordAttributes,
  RecordShape,
  type AttributesReader,
} from './record-shape.js';
import type { RecordSource, ResolvedField } from './resolved-field.interface.js';
import { SelectList } from './select-list.js';
import { identifier, sql } from './sql-fragment.js';
import type { SelectedLeaf, ValueReader } from './query-plan.interface.js';
import { columnReader, expressionReader } from './value-reader.js';

const MAX_BATCH = 2000;
/** What a batch shrinks to when two custom long texts are selected. */
const LONG_TEXT_BATCH = 200;
const MAX_SHORT_TEXT = 255;

/** Plans the select list of a query for records: which columns are read, and the record that is made of them. */
export class RecordSelection {
  readonly columns = new SelectList();
  readonly shape: RecordShape;
  readonly leaves: SelectedLeaf[] = [];
  readonly #scope: RecordScope;
  readonly #shapes = new Map<string, RecordShape>();
  #unnamed = 0;
  #longTexts = 0;

  constructor(scope: RecordScope) {
    this.#scope = scope;
    this.shape = new RecordShape(recordAttributes(scope.object.name, this.columns.add(scope.id)));
    this.#shapes.set('', this.shape);
  }

  /** The place of the record's own id, for its subqueries. */
  get idPlace(): number {
    return this.columns.add(this.#scope.id);
  }

  /** The platform sends wide rows in small batches. */
  get maxBatchSize(): number {
    return this.#longTexts > 1 ? LONG_TEXT_BATCH : MAX_BATCH;
  }

  add(item: SelectedExpression): void {
    const { expression, alias } = item;
    const { source } = this.#scope;
    if (expression.kind === 'field') {
      if (alias !== undefined) {
        throw source.refusal('MALFORMED_QUERY', 'only aggregate expressions use field aliasing', expression);
      }
      this.#addField(this.#scope.resolve(expression), expression);
      return;
    }
    const planned = planExpression(this.#scope, expression);
    if (isDateFunction(expression.name)) {
      const reason = `Field must be grouped or aggregated: ${planned.name}`;
      throw source.refusal('MALFORMED_QUERY', reason, expression);
    }
    const path = alias === undefined ? (planned.resultPath ?? [`expr${this.#unnamed++}`]) : [alias];
    const shape = this.#shapeOf(path.slice(0, -1), expression);
    const read = expressionReader(this.columns.add(planned.sql), planned);
    this.#put(shape, path.at(-1)!, read);
    this.leaves.push({ path, type: planned.type, read });
  }

  /** `TYPEOF What WHEN Account THEN Phone ELSE Name END` */
  addTypeof(item: TypeofSelection): void {
    const scope = this.#scope;
    const reached = scope.reach(scope.relationships(item.relationship.path), item.relationship);
    const { source, path } = reached;
    if (source.kind !== 'name') {
      const reason = `The relationship '${path.join('.')}' is not polymorphic and cannot be used in TYPEOF`;
      throw scope.source.refusal('MALFORMED_QUERY', reason, item.relationship);
    }
    const place = this.columns.add(source.object.id);
    const branches = new Map<string | undefined, RecordShape>();
    for (const { sobject, fields } of item.when) {
      const object = source.object.targets.find(({ name }) => name.toLowerCase() === sobject.toLowerCase());
      if (!object) throw scope.source.refusal('INVALID_TYPE', noSuchType(sobject), item.relationship);
      const attributes = recordAttributes(object.name, place);
      branches.set(object.name, this.#branch(scope.branch(reached, object), attributes, fields));
    }
    const attributes = polymorphicAttributes(place, this.#sobjectOf);
    const otherwise = item.otherwise && this.#branch(scope.branch(reached), attributes, item.otherwise);
    const read: ValueReader = (row, context) => {
      const id = row[place];
      const sobject = typeof id === 'string' ? this.#sobjectOf(id) : undefined;
      return (branches.get(sobject) ?? otherwise)?.read(row, context) ?? null;
    };
    this.#put(this.#shapeOf(path.slice(0, -1), item.relationship), path.at(-1)!, read);
  }

  #branch(path: readonly string[], attributes: AttributesReader, fields: readonly FieldPath[]): RecordShape {
    const shape = new RecordShape(attributes);
    this.#shapes.set(path.join('.'), shape);
    for (const field of fields) this.#addField(this.#scope.resolve(field, path), field);
    return shape;
  }

  /** A property that is no field: the children of a subquery. */
  addComputed(key: string, reader: ValueReader): void {
    this.#put(this.shape, key, reader);
  }

  #addField(field: ResolvedField, node: object): void {
    const shape = this.#shapeOf(field.path.slice(0, -1), node);
    const read = this.#reader(field);
    this.#put(shape, field.path.at(-1)!, read);
    this.leaves.push({ path: field.path, type: field.field.type, read });
  }

  #put(shape: RecordShape, key: string, reader: ValueReader): void {
    if (shape.has(key)) throw this.#scope.source.refusal('INVALID_FIELD', `duplicate field selected: ${key}`);
    shape.add(key, reader);
  }

  #reader({ field, source, column }: ResolvedField): ValueReader {
    if (source.kind === 'record' && !column) return this.#compoundReader(field, source);
    if (field.custom && field.type === 'textarea' && (field.length ?? 0) > MAX_SHORT_TEXT) this.#longTexts++;
    const place = this.columns.add(column!);
    const isBlob = field.type === 'base64' && source.kind === 'record';
    if (isBlob) return this.#blobReader(place, field.name, source);
    return columnReader(place, field);
  }

  #compoundReader(compound: FieldDefinition, { object, table }: RecordSource): ValueReader {
    const places = new Map(
      object
        .components(compound)
        .map(({ name }) => [name, this.columns.add(sql`${table}.${identifier(name)}`)]),
    );
    const read = compoundReader(object, compound);
    return (row) => read((name) => row[places.get(name)!] ?? null);
  }

  /** Blobs are fetched one by one: a query gives their addresses. */
  #blobReader(place: number, field: string, { object, table }: RecordSource): ValueReader {
    const id = this.columns.add(sql`${table}."Id"`);
    return (row, context) =>
      row[place] == null ? null : `${context.sobjectsPath}${object.name}/${String(row[id])}/${field}`;
  }

  /** The record inside the result that a path leads to; parents appear where they are first mentioned. */
  #shapeOf(path: readonly string[], node: object): RecordShape {
    const key = path.join('.');
    const known = this.#shapes.get(key);
    if (known) return known;
    const { source } = this.#scope.reach(path, node);
    const shape = new RecordShape(
      source.kind === 'record'
        ? recordAttributes(source.object.name, this.columns.add(sql`${source.table}."Id"`))
        : polymorphicAttributes(this.columns.add(source.object.id), this.#sobjectOf, 'Name'),
    );
    this.#shapes.set(key, shape);
    this.#put(this.#shapeOf(path.slice(0, -1), node), path.at(-1)!, shape.read);
    return shape;
  }

  readonly #sobjectOf = (id: string): string | undefined =>
    this.#scope.catalog.byKeyPrefix(id.slice(0, 3))?.name;
}
