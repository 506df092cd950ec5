import type { SeedData } from '../connection/connection-options.interface.js';
import { SalesforceConfigurationException } from '../exceptions/salesforce-configuration.exception.js';
import type { Catalog } from './catalog/catalog.js';
import type { ObjectSchema } from './catalog/object-schema.js';

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

type RawRecord = Readonly<Record<string, unknown>>;

/**
 * The records of a seed, flat and in an order in which each comes after those it refers to.
 *
 * @throws SalesforceConfigurationException for data that is no seed, unknown objects and names, and circular references
 */
export function readSeed(data: SeedData, catalog: Catalog): readonly SeedNode[] {
  const reader = new SeedReader(catalog);
  reader.read(data, 'records');
  return reader.finish();
}

class SeedReader {
  readonly #catalog: Catalog;
  readonly #nodes: DraftNode[] = [];
  readonly #named = new Map<string, DraftNode>();

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
  }

  read(data: unknown, path: string, parent?: { readonly node: DraftNode; readonly field: string }): void {
    const records = isRecord(data) ? data['records'] : undefined;
    if (!Array.isArray(records)) throw invalid(`The seed has no array at \`${path}\`.`);
    records.forEach((record: unknown, index) => {
      const node = this.#node(record, `${path}[${index}]`);
      if (parent) node.parents.set(parent.field, parent.node);
    });
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

  #node(record: unknown, path: string): DraftNode {
    const attributes = isRecord(record) ? record['attributes'] : undefined;
    const type = isRecord(attributes) ? attributes['type'] : undefined;
    if (!isRecord(record) || !isRecord(attributes) || typeof type !== 'string') {
      throw invalid(`The seed's record at \`${path}\` does not name its object in \`attributes.type\`.`);
    }
    const object = this.#catalog.get(type);
    if (!object)
      throw invalid(
        `The seed's record at \`${path}\` is of the object ${type}, which the org does not have.`,
      );
    const name = attributes['referenceId'];
    const label = `${object.name}${typeof name === 'string' ? ` "${name}"` : ''} (${path})`;
    const { values, references, children } = this.#split(object, record);
    const node: DraftNode = { label, object, values, references, parents: new Map() };
    this.#nodes.push(node);
    if (typeof name === 'string') this.#name(name, node);
    for (const [relationship, data] of children) this.#children(node, relationship, data, path);
    return node;
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
      } else if (!field && isRecord(value) && 'records' in value) children.set(key, value);
      else values[key] = value;
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
    this.read(data, `${path}.${relationship}.records`, { node: parent, field: found.field.name });
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

function invalid(message: string): SalesforceConfigurationException {
  return new SalesforceConfigurationException(message);
}
