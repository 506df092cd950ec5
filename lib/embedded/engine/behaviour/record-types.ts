import type { RecordTypeDefinition } from '../../../schema/sobject-definition.interface.js';
import type { Catalog } from '../../catalog/catalog.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { ownRecordTypes } from '../../catalog/record-types.js';
import type { IdGenerator } from '../id-generator.js';
import type { RecordTable } from '../record-table.js';
import type { SqliteDatabase } from '../sqlite-database.interface.js';
import { toStoredInstant } from '../value/temporal-value.js';
import type { ObjectBehaviour, RecordBehaviour } from './record-behaviour.interface.js';

interface RecordTypesDependencies {
  readonly catalog: Catalog;
  readonly database: SqliteDatabase;
  readonly table: RecordTable;
  readonly ids: IdGenerator;
  /** Whom the record types were made by. */
  readonly userId: string;
  now(): Date;
}

/** Gives new records the record type that is the default of their object. Which ones they may have, references say. */
export class RecordTypes implements RecordBehaviour {
  readonly #deps: RecordTypesDependencies;

  constructor(deps: RecordTypesDependencies) {
    this.#deps = deps;
  }

  of(object: ObjectSchema): ObjectBehaviour | undefined {
    const types = this.establish(object);
    const byDefault = types.find(({ isDefault }) => isDefault)?.recordTypeId;
    if (byDefault === undefined || !object.field('RecordTypeId')) return undefined;
    return {
      complete: ({ operation }, row) => {
        if (operation === 'insert') row['RecordTypeId'] ??= byDefault;
      },
    };
  }

  /**
   * Makes records of the record types that an object is declared with, where there are none yet, and gives the catalog
   * their ids.
   *
   * @returns the record types beside the master
   */
  establish(object: ObjectSchema): readonly RecordTypeDefinition[] {
    const types = ownRecordTypes(object.definition);
    const recordType = this.#deps.catalog.get('RecordType');
    if (types.length === 0 || !recordType) return types;
    const identified = types.map((type) => ({
      ...type,
      recordTypeId: this.#idOf(recordType, object, type),
    }));
    if (types.some(({ recordTypeId }, place) => recordTypeId !== identified[place]?.recordTypeId)) {
      const others = object.definition.recordTypes?.filter((type) => !types.includes(type)) ?? [];
      this.#deps.catalog.define({
        ...object.definition,
        fields: [],
        recordTypes: [...identified, ...others],
      });
    }
    return identified;
  }

  #idOf(recordType: ObjectSchema, object: ObjectSchema, type: RecordTypeDefinition): string {
    const { table, ids, database, userId, now } = this.#deps;
    const [known] = table.rows(
      recordType,
      'SELECT "Id" FROM "RecordType" WHERE "SobjectType" || \'.\' || "DeveloperName" = ?',
      `${object.name}.${type.developerName}`,
    );
    if (known) return String(known[0]);
    const id = type.recordTypeId ?? ids.next(recordType.keyPrefix);
    const at = toStoredInstant(now());
    database.transaction(() =>
      table.insert(recordType, {
        Id: id,
        Name: type.name,
        DeveloperName: type.developerName,
        SobjectType: object.name,
        IsActive: type.active === false ? 0 : 1,
        IsPersonType: type.isPersonType === true ? 1 : 0,
        CreatedById: userId,
        CreatedDate: at,
        LastModifiedById: userId,
        LastModifiedDate: at,
        SystemModstamp: at,
      }),
    );
    return id;
  }
}
