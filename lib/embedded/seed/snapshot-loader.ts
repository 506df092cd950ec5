import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import type { FieldDefinition } from '../../schema/sobject-definition.interface.js';
import type { SnapshotRecords } from '../../schema/snapshot/snapshot.interface.js';
import type { Catalog } from '../catalog/catalog.js';
import type { ObjectSchema } from '../catalog/object-schema.js';
import { skipAutoNumber } from '../engine/auto-number.js';
import { toColumn } from '../engine/column-value.js';
import { IdGenerator } from '../engine/id-generator.js';
import type { OrgRow } from '../engine/org-row.js';
import { RecordTable } from '../engine/record-table.js';
import { Sequence } from '../engine/sequence.js';
import type { SqliteDatabase } from '../engine/sqlite-database.interface.js';
import { TableSchema } from '../engine/table-schema.js';
import { toStoredInstant } from '../engine/value/temporal-value.js';
import { OrgError } from '../org-error.js';

interface SnapshotTarget {
  readonly catalog: Catalog;
  readonly database: SqliteDatabase;
  readonly administratorId: string;
  now(): Date;
}

/** An org is its own organisation, whatever it holds the records of. */
const NOT_LOADED = new Set(['Organization']);

/** What a record needs, and a snapshot may not have taken. */
const STAMPS = ['CreatedDate', 'LastModifiedDate', 'SystemModstamp'];

/**
 * Puts the records of a snapshot into an org as they were: with their ids, dates and owners, past rules that their own org
 * has applied already. Users that the snapshot does not hold are replaced by the administrator.
 */
export class SnapshotLoader {
  readonly #target: SnapshotTarget;
  readonly #table: RecordTable;
  readonly #sequence: Sequence;
  readonly #ids: IdGenerator;
  readonly #now: string;

  constructor(target: SnapshotTarget) {
    this.#target = target;
    this.#table = new RecordTable(target.database, new TableSchema(target.database));
    this.#sequence = new Sequence(target.database);
    this.#ids = new IdGenerator(this.#sequence);
    this.#now = toStoredInstant(target.now());
  }

  /** All of them or, naming the record that is wrong, none. @throws SalesforceConfigurationException */
  load(batches: readonly SnapshotRecords[]): void {
    const { catalog, database } = this.#target;
    const users = new Set(
      batches.filter(({ sobject }) => sobject === 'User').flatMap((batch) => idsOf(batch)),
    );
    database.transaction(() => {
      for (const batch of batches.filter(({ sobject }) => !NOT_LOADED.has(sobject))) {
        const object = catalog.get(batch.sobject);
        if (!object)
          throw refused(`The snapshot has records of ${batch.sobject}, which the org does not have`);
        this.#insert(object, batch, users);
      }
    });
  }

  #insert(object: ObjectSchema, batch: SnapshotRecords, users: ReadonlySet<string>): void {
    const fields = batch.fields.map((name) => object.field(name));
    for (const [place, values] of batch.rows.entries()) {
      const row = this.#rowFrom(fields, values, `${batch.sobject} (record ${place + 1})`, users);
      const id = row['Id'];
      if (typeof id !== 'string')
        throw refused(`The snapshot's ${batch.sobject} (record ${place + 1}) has no Id`);
      // Such as a record type that the org has made from its describe.
      if (this.#table.find(object, id) === undefined)
        this.#table.insert(object, { ...this.#stamps(), ...row });
      this.#skipNumbers(object, row, id);
    }
  }

  /** The records may come from an embedded org, which numbers as this one does. */
  #skipNumbers(object: ObjectSchema, row: OrgRow, id: string): void {
    this.#ids.skip(id);
    for (const field of object.columns) {
      if (field.autoNumber) skipAutoNumber(this.#sequence, object, field, row[field.name]);
    }
  }

  #rowFrom(
    fields: readonly (FieldDefinition | undefined)[],
    values: readonly unknown[],
    label: string,
    users: ReadonlySet<string>,
  ): OrgRow {
    const row: OrgRow = {};
    for (const [place, field] of fields.entries()) {
      const value = values[place];
      if (!field || value === undefined || value === null) continue;
      const isLost = field.referenceTo?.includes('User') && isUser(value) && !users.has(String(value));
      try {
        row[field.name] = isLost ? this.#target.administratorId : toColumn(field, value);
      } catch (error) {
        if (!(error instanceof OrgError)) throw error;
        throw refused(`The snapshot's ${label} was refused for ${field.name}: ${error.message}`, error);
      }
    }
    return row;
  }

  #stamps(): OrgRow {
    const { administratorId } = this.#target;
    return {
      ...Object.fromEntries(STAMPS.map((name) => [name, this.#now])),
      CreatedById: administratorId,
      LastModifiedById: administratorId,
      OwnerId: administratorId,
    };
  }
}

function idsOf({ fields, rows }: SnapshotRecords): string[] {
  const place = fields.indexOf('Id');
  return rows.map((row) => String(row[place]));
}

/** The key prefix of users. */
function isUser(value: unknown): boolean {
  return String(value).startsWith('005');
}

function refused(message: string, cause?: unknown): SalesforceConfigurationException {
  return new SalesforceConfigurationException(message, { cause });
}
