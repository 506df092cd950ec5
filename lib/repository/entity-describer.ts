import { nearestNames } from '../common/nearest-names.js';
import type { SalesforceConnection } from '../connection/salesforce-connection.js';
import { InvalidQueryException } from '../exceptions/invalid-query.exception.js';
import { RecordNotFoundException } from '../exceptions/record-not-found.exception.js';
import { SchemaMismatchException } from '../exceptions/schema-mismatch.exception.js';
import type { EntityMetadata, FieldMetadata } from '../metadata/entity-metadata.interface.js';
import { toId18 } from '../protocol/salesforce-id.js';
import { unknownProperty } from '../query/find/unknown-property.js';
import type { Picklist } from '../schema/picklist/picklist.js';
import { picklistFromDefinition } from '../schema/picklist/picklist-from-definition.js';
import { recordTypePicklist, type UiPicklistValues } from '../schema/picklist/record-type-picklist.js';
import type {
  FieldDefinition,
  RecordTypeDefinition,
  SObjectDefinition,
} from '../schema/sobject-definition.interface.js';
import { sobjectFromDescribe } from '../schema/sobject-from-describe.js';
import type { EntityDescription, PicklistOptions } from './entity-description.type.js';

/** The record type that every object has, the same in every org. */
const MASTER: RecordTypeDefinition = {
  developerName: 'Master',
  name: 'Master',
  recordTypeId: '012000000000000AAA',
  master: true,
};

const PICKLIST_TYPES = new Set(['picklist', 'multipicklist', 'combobox']);

type Describing = Pick<SalesforceConnection, 'name' | 'describe' | 'resource' | 'logger'>;

/** What an org says of an entity's object while the application runs. */
export class EntityDescriber {
  readonly #connection: Describing;
  readonly #metadata: EntityMetadata;

  constructor(connection: Describing, metadata: EntityMetadata) {
    this.#connection = connection;
    this.#metadata = metadata;
  }

  async describe(): Promise<EntityDescription<Record<string, unknown>>> {
    const { fields, ...object } = await this.#object();
    const byName = new Map(fields.map((field) => [field.name, field]));
    const mapped = [...this.#metadata.fields.values()].flatMap(({ property, apiName }) => {
      const field = byName.get(apiName);
      return field ? [[property, field] as const] : [];
    });
    return { ...object, fields: Object.fromEntries(mapped) };
  }

  async recordTypes(): Promise<readonly RecordTypeDefinition[]> {
    return recordTypesOf(await this.#object());
  }

  async picklist(property: string, { recordType }: PicklistOptions): Promise<Picklist> {
    const { fields, target } = this.#metadata;
    const field = fields.get(property);
    if (!field) throw unknownProperty(this.#metadata, property, target.name);
    const object = await this.#object();
    const all = picklistFromDefinition(object, this.#picklistField(object, field));
    if (recordType === undefined) return all;
    return this.#picklistOf(object, all, this.#recordType(object, recordType));
  }

  async #object(): Promise<SObjectDefinition> {
    return sobjectFromDescribe(await this.#connection.describe(this.#metadata.apiName));
  }

  #picklistField({ fields }: SObjectDefinition, { property, apiName }: FieldMetadata): FieldDefinition {
    const field = fields.find(({ name }) => name === apiName);
    if (field && PICKLIST_TYPES.has(field.type)) return field;
    const problem = field
      ? `is no picklist in the org but of the type ${field.type}`
      : 'is not in the org, or the connected user may not see it';
    throw new SchemaMismatchException(`${this.#metadata.target.name}.${property} (${apiName}) ${problem}.`, {
      connection: this.#connection.name,
      fields: [apiName],
    });
  }

  /** @throws InvalidQueryException when the object has no such record type */
  #recordType(object: SObjectDefinition, wanted: string): RecordTypeDefinition {
    const types = recordTypesOf(object);
    const id = toId18(wanted);
    const found =
      types.find(({ recordTypeId }) => id !== undefined && recordTypeId === id) ??
      types.find(({ developerName }) => developerName.toLowerCase() === wanted.toLowerCase());
    if (found) return found;
    const names = types.map(({ developerName }) => developerName);
    const [near] = nearestNames(wanted, names);
    throw new InvalidQueryException(
      `${object.name} has no record type '${wanted}', or the connected user may not see it. ` +
        (near === undefined ? `There are: ${names.join(', ')}.` : `Is '${near}' meant?`),
    );
  }

  async #picklistOf(
    { name }: SObjectDefinition,
    all: Picklist,
    { recordTypeId, developerName }: RecordTypeDefinition,
  ): Promise<Picklist> {
    const path = `ui-api/object-info/${name}/picklist-values/${recordTypeId}/${all.field}`;
    try {
      return recordTypePicklist(all, await this.#connection.resource<UiPicklistValues>({ path }));
    } catch (error) {
      if (!isNotServed(error)) throw error;
      this.#connection.logger.warn(
        `The user interface API does not serve ${name}.${all.field}: its values are given whatever the record type, ` +
          `${developerName} or another.`,
      );
      return all;
    }
  }
}

/** What a describe without record types leaves unsaid. */
function recordTypesOf({ recordTypes = [] }: SObjectDefinition): readonly RecordTypeDefinition[] {
  return recordTypes.some(({ master }) => master) ? recordTypes : [...recordTypes, MASTER];
}

/** Not every object is served by the user interface API, and the oldest versions of the API have none. */
function isNotServed(error: unknown): boolean {
  if (error instanceof SchemaMismatchException || error instanceof RecordNotFoundException) return true;
  return (error as { readonly errorCode?: string } | undefined)?.errorCode === 'FUNCTIONALITY_NOT_ENABLED';
}
