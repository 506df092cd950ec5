import type { Catalog } from '../catalog/catalog.js';
import { IdGenerator } from '../engine/id-generator.js';
import { RecordTable } from '../engine/record-table.js';
import { Sequence } from '../engine/sequence.js';
import type { SqliteDatabase } from '../engine/sqlite-database.interface.js';
import { TableSchema } from '../engine/table-schema.js';
import { toStoredInstant } from '../engine/value/temporal-value.js';

/** How somebody signed in, in the words of `LoginHistory`. */
export interface LoginManner {
  readonly type: 'Application' | 'Remote Access 2.0' | 'Other Apex API';
  readonly subType?: string;
  /** Name of the app. */
  readonly application?: string;
  readonly apiType?: string;
  readonly apiVersion?: string;
  /** Where: the origin of the org as the client knows it. */
  readonly origin: string;
}

export type LoginStatus =
  'Success' | 'Invalid Password' | 'Password Lockout' | 'User is Inactive' | 'User Is Frozen';

/** What came of sign-ins, as records that anybody can query; an org without the object keeps none. */
export class LoginHistory {
  readonly #catalog: Catalog;
  readonly #now: () => Date;
  readonly #table: RecordTable;
  readonly #ids: IdGenerator;

  constructor(deps: { readonly catalog: Catalog; readonly database: SqliteDatabase; now(): Date }) {
    this.#catalog = deps.catalog;
    this.#now = () => deps.now();
    this.#table = new RecordTable(deps.database, new TableSchema(deps.database));
    this.#ids = new IdGenerator(new Sequence(deps.database));
  }

  note(userId: string, status: LoginStatus, manner: LoginManner): void {
    const object = this.#catalog.get('LoginHistory');
    if (!object) return;
    this.#table.insert(object, {
      Id: this.#ids.next(object.keyPrefix),
      UserId: userId,
      LoginTime: toStoredInstant(this.#now()),
      LoginType: manner.type,
      LoginSubType: manner.subType ?? null,
      LoginUrl: new URL(manner.origin).host,
      Application: manner.application ?? (manner.type === 'Application' ? 'Browser' : 'N/A'),
      ApiType: manner.apiType ?? 'N/A',
      ApiVersion: manner.apiVersion ?? 'N/A',
      Status: status,
    });
  }
}
