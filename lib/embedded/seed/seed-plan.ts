import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import type { Catalog } from '../catalog/catalog.js';
import type { ObjectSchema } from '../catalog/object-schema.js';
import type { SeedSource } from './seed-source.interface.js';

/** A record of a seed with its references told apart from its values. */
export interface SeedNode {
  /** How messages call it, such as `Contact "jane" (records[3].Contacts.records[0])`. */
  readonly label: string;
  readonly object: ObjectSchema;
  readonly values: Readonly<Record<string, unknown>>;
  /** Which record of the seed a reference field points to. */
  readonly parents: ReadonlyMap<string, SeedNode>;
}

interface DraftNode extends SeedNode {
  readonly parents: Map<string, DraftNode>;
  /** Reference fields and the names they refer to, not resolved yet. */
  readonly references: ReadonlyMap<string, string>;
}

/** What is known of a record before it is looked at. */
interface RecordPlace {
  readonly path: string;
  /** The object of a record that does not name its own. */
  readonly sobject?: string;
  readonly parent?: { readonly node: DraftNode; readonly field: string };
}

type RawRecord = Readonly<Record<string, unknown>>;

/**
 * The records of a seed, flat and in an order in which each comes after those it refers to; sources may refer to each other.
 *
 * @throws SalesforceConfigurationException for data that is no seed, unknown objects and names, and circular references
 */
export function readSeed(sources: readonly SeedSource[], catalog: Catalog): readonly SeedNode[] {
  const reader = new SeedReader(catalog);
  for (const source of sources) reader.read(source);
  return reader.finish();
}

class SeedReader {
  readonly #catalog: Catalog;
  readonly #nodes: DraftNode[] = [];
  readonly #named = new Map<string, DraftNode>();

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  read({ data, file, sobject, rows }: SeedSource): void {
    const before = file === undefined ? '' : `${file}: `;
    if (rows) this.#list(data, (place) => `${before}row ${place + 1}`, { sobject });
    else if (Array.isArray(data)) this.#list(data, (place) => `${before}[${place}]`, { sobject });
    else if (isTables(data)) {
      for (const [name, records] of Object.entries(data)) {
        this.#list(records, (place) => `${before}${name}[${place}]`, { sobject: name });
      }
    } else this.#records(data, `${before}records`, { sobject });
  }

  finish(): readonly SeedNode[] {
    for (const node of this.#nodes) {
      for (const [field, name] of node.references) {
        const parent = this.#named.get(name);
        if (!parent)
          throw invalid(`The seed's ${node.label} refers in ${field} to "@${name}", which no record is.`);
        node.parents.set(field, parent);
      }
    }
    return inOrder(this.#nodes);
  }

  #records(data: unknown, path: string, place: Omit<RecordPlace, 'path'>): void {
    const records = isRecord(data) ? data['records'] : undefined;
    if (!Array.isArray(records)) throw invalid(`The seed has no array at \`${path}\`.`);
    this.#list(records, (index) => `${path}[${index}]`, place);
  }

  #list(records: unknown, pathOf: (index: number) => string, place: Omit<RecordPlace, 'path'>): void {
    (records as readonly unknown[]).forEach((record, index) =>
      this.#node(record, { ...place, path: pathOf(index) }),
    );
  }

  #node(record: unknown, { path, sobject, parent }: RecordPlace): void {
    const attributes = isRecord(record) ? record['attributes'] : undefined;
    const type = (isRecord(attributes) ? attributes['type'] : undefined) ?? sobject;
    if (!isRecord(record) || typeof type !== 'string') {
      throw invalid(`The seed's record at \`${path}\` does not name its object in \`attributes.type\`.`);
    }
    const object = this.#catalog.get(type);
    if (!object)
      throw invalid(
        `The seed's record at \`${path}\` is of the object ${type}, which the org does not have.`,
      );
    const name = isRecord(attributes) ? attributes['referenceId'] : undefined;
    const label = `${object.name}${typeof name === 'string' ? ` "${name}"` : ''} (${path})`;
    const { values, references, children } = this.#split(object, record);
    const node: DraftNode = { label, object, values, references, parents: new Map() };
    if (parent) node.parents.set(parent.field, parent.node);
    this.#nodes.push(node);
    if (typeof name === 'string') this.#name(name, node);
    for (const [relationship, data] of children) this.#children(node, relationship, data, path);
  }

  #split(object: ObjectSchema, record: RawRecord) {
    const values: Record<string, unknown> = {};
    const references = new Map<string, string>();
    const children = new Map<string, unknown>();
    for (const [key, value] of Object.entries(record)) {
      if (key === 'attributes') continue;
      const field = object.field(key);
      if (field?.type === 'reference' && typeof value === 'string' && value.startsWith('@')) {
        references.set(field.name, value.slice(1));
      } else if (!field && (Array.isArray(value) || (isRecord(value) && 'records' in value))) {
        children.set(key, value);
      } else values[key] = value;
    }
    return { values, references, children };
  }

  #children(parent: DraftNode, relationship: string, data: unknown, path: string): void {
    const found = this.#catalog.child(parent.object, relationship);
    if (!found) {
      throw invalid(
        `The seed's ${parent.label} has children "${relationship}", a relationship that ${parent.object.name} does not have.`,
      );
    }
    const place = { sobject: found.childName, parent: { node: parent, field: found.field.name } };
    if (Array.isArray(data)) this.#list(data, (index) => `${path}.${relationship}[${index}]`, place);
    else this.#records(data, `${path}.${relationship}.records`, place);
  }

  #name(name: string, node: DraftNode): void {
    const other = this.#named.get(name);
    if (other) throw invalid(`The seed's ${node.label} has the reference id of ${other.label}.`);
    this.#named.set(name, node);
  }
}

/** Parents first, and otherwise as they were given. */
function inOrder(nodes: readonly SeedNode[]): readonly SeedNode[] {
  const ordered = new Set<SeedNode>();
  const underWay = new Set<SeedNode>();
  const visit = (node: SeedNode): void => {
    if (ordered.has(node)) return;
    if (underWay.has(node)) throw invalid(`The seed's ${node.label} refers, by way of others, to itself.`);
    underWay.add(node);
    for (const parent of node.parents.values()) visit(parent);
    underWay.delete(node);
    ordered.add(node);
  };
  nodes.forEach(visit);
  return [...ordered];
}

function isRecord(value: unknown): value is RawRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Lists by object name; a single list called `records` is that of a data tree. */
function isTables(data: unknown): data is Readonly<Record<string, readonly unknown[]>> {
  if (!isRecord(data) || 'records' in data) return false;
  const lists = Object.values(data);
  return lists.length > 0 && lists.every((list) => Array.isArray(list));
}

function invalid(message: string): SalesforceConfigurationException {
  return new SalesforceConfigurationException(message);
}
