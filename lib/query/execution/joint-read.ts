import type { QueryOptions } from '../../connection/resource-request.interface.js';
import type { EntityShape } from '../../hydration/entity-shape.interface.js';
import { compileHydrator, type RecordHydrator } from '../../hydration/record-hydrator.js';
import type { EntityMetadata } from '../../metadata/entity-metadata.interface.js';
import type { BinarySource } from '../../protocol/binary.js';
import type { WireRecord } from '../../protocol/query-response.interface.js';
import { comparison, membership } from '../../soql/ast/factories/condition.factory.js';
import { fieldPath } from '../../soql/ast/factories/expression.factory.js';
import { stringLiteral } from '../../soql/ast/factories/literal.factory.js';
import { soqlQuery } from '../../soql/ast/factories/soql-query.factory.js';
import type { Condition } from '../../soql/ast/condition.js';
import type { FindPlan } from '../find/find-query.builder.js';
import { type RecordSource, recordPages } from './record-pages.js';

/** As many records as the platform puts on one page. */
const MOST_IDS = 2_000;

/** One query on behalf of several readers, each of whom wants some records by id. It ends when all of them have left. */
export class JointRead {
  /** What the readers wait for. */
  readonly done: Promise<void>;
  readonly #plan: FindPlan;
  readonly #options: QueryOptions;
  readonly #ids = new Set<string>();
  readonly #records = new Map<string, WireRecord>();
  readonly #given = new Set<string>();
  readonly #hydrators = new Map<EntityMetadata, RecordHydrator>();
  readonly #abandoned = new AbortController();
  #readers = 0;
  #start: (result: Promise<void>) => void = () => undefined;

  constructor(plan: FindPlan, options: QueryOptions) {
    this.#plan = plan;
    this.#options = options;
    this.done = new Promise((resolve) => (this.#start = resolve));
    this.done.catch(() => undefined); // whoever reads is told; perhaps nobody is left
  }

  /** Takes in a reader's id, unless the query is full of others. */
  admit(id: string): boolean {
    if (this.#ids.size >= MOST_IDS && !this.#ids.has(id)) return false;
    this.#ids.add(id);
    return true;
  }

  /** Whether every reader has left. */
  get abandoned(): boolean {
    return this.#abandoned.signal.aborted;
  }

  enter(): void {
    this.#readers++;
  }

  leave(): void {
    this.#readers--;
    if (this.#readers === 0) this.#abandoned.abort();
  }

  run(connection: RecordSource): Promise<void> {
    this.#start(this.abandoned ? Promise.resolve() : this.#read(connection));
    return this.done;
  }

  /** A new instance for each reader, or `null` where there is no such record. */
  give(id: string, shape: EntityShape, source: BinarySource): object | null {
    const record = this.#records.get(id);
    if (!record) return null;
    // An instance holds compound values as they came, and no two readers may hold the same.
    const own = this.#given.has(id) ? structuredClone(record) : record;
    this.#given.add(id);
    return this.#hydrator(shape)(own, source);
  }

  async #read(connection: RecordSource): Promise<void> {
    const query = soqlQuery({ ...this.#plan.query, where: hasId([...this.#ids]) });
    const options = { ...this.#options, signal: this.#abandoned.signal };
    for await (const { records } of recordPages(connection, query, this.#plan.shape, options)) {
      for (const record of records) this.#records.set(record['Id'] as string, record);
    }
  }

  #hydrator(shape: EntityShape): RecordHydrator {
    const hydrator = this.#hydrators.get(shape.entity) ?? compileHydrator(shape);
    this.#hydrators.set(shape.entity, hydrator);
    return hydrator;
  }
}

function hasId(ids: readonly string[]): Condition {
  const values = ids.map((id) => stringLiteral(id));
  const [only] = values;
  return only && values.length === 1
    ? comparison(fieldPath('Id'), '=', only)
    : membership(fieldPath('Id'), values);
}
