import type { QueryResponse, WireRecord } from '../../../protocol/query-response.interface.js';
import type { ResultColumn } from './result-set.interface.js';

type Properties = Readonly<Record<string, unknown>>;

/** A field of records, or of parents of theirs. */
export class RecordColumn implements ResultColumn {
  readonly title: string;

  /** @param path spelled as in the first records; where those have no parent, as in the query */
  constructor(readonly path: readonly string[]) {
    this.title = path.join('.');
  }

  value(record: WireRecord): unknown {
    let value: unknown = record;
    for (const name of this.path) {
      if (typeof value !== 'object' || value === null) return null;
      const properties = value as Properties;
      value = name in properties ? properties[name] : properties[spellingOf(name, properties)];
    }
    return value ?? null;
  }
}

/** Whether a value of a record is a parent of it. */
export function isParent(value: unknown): value is WireRecord {
  return isObject(value) && 'attributes' in value && !('records' in value);
}

/** Whether a value of a record is the records of a subquery. */
export function isChildren(value: unknown): value is QueryResponse {
  return isObject(value) && Array.isArray(value['records']) && 'totalSize' in value;
}

function isObject(value: unknown): value is Properties {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function spellingOf(name: string, properties: Properties): string {
  const key = name.toLowerCase();
  return Object.keys(properties).find((other) => other.toLowerCase() === key) ?? name;
}
