import type { ObjectSchema } from '../../catalog/object-schema.js';
import { OrgError } from '../../org-error.js';
import type { SqliteDatabase } from '../sqlite-database.interface.js';
import type { ObjectBehaviour, RecordBehaviour, RecordWrite } from './record-behaviour.interface.js';

/** Who a member of a campaign can be. */
const PEOPLE = ['ContactId', 'LeadId'] as const;

/** Nobody is a member of the same campaign twice. */
export class CampaignMembers implements RecordBehaviour {
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    this.#database = database;
  }

  of(object: ObjectSchema): ObjectBehaviour | undefined {
    if (object.name !== 'CampaignMember') return undefined;
    const people = PEOPLE.filter((name) => object.field(name));
    return {
      follow: (write) => {
        if (write.operation === 'insert' && people.some((name) => this.#hasOther(write, name))) {
          throw new OrgError('DUPLICATE_VALUE', 'Already a campaign member.', { fields: [] });
        }
      },
    };
  }

  #hasOther({ id, after }: RecordWrite, person: (typeof PEOPLE)[number]): boolean {
    const value = after[person];
    if (value === undefined || value === null) return false;
    const others = this.#database
      .prepare(
        `SELECT 1 FROM "CampaignMember" WHERE "${person}" = ? AND "CampaignId" = ? AND "Id" <> ? AND "IsDeleted" = 0 LIMIT 1`,
      )
      .rows(value, after['CampaignId'] ?? null, id);
    return others.length > 0;
  }
}
