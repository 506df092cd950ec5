import type { Catalog } from '../catalog/catalog.js';
import { CampaignMembers } from './behaviour/campaign-members.js';
import { DuplicateRules } from './behaviour/duplicate-rules.js';
import { FieldHistory } from './behaviour/field-history.js';
import { PersonAccounts } from './behaviour/person-accounts.js';
import type { RecordBehaviour } from './behaviour/record-behaviour.interface.js';
import { RecordTypes } from './behaviour/record-types.js';
import { RecordView } from './behaviour/record-view.js';
import { RollUpSummaries } from './behaviour/roll-up-summaries.js';
import { ValidationRules } from './behaviour/validation-rules.js';
import { TimeZoneStorage } from './calendar/time-zone.storage.js';
import type { EmbeddedBehaviourOptions } from './engine-options.interface.js';
import { FormulaReader } from './formula/formula-reader.js';
import { OrgFormulas } from './formula/org-formulas.js';
import { IdGenerator } from './id-generator.js';
import { establishCurrencies } from './org-currencies.js';
import { OrgPermissions } from './permissions/org-permissions.js';
import { CatalogWithFormulas } from './query/catalog-with-formulas.js';
import { QueryEngine } from './query/query-engine.js';
import { RecordLocks } from './record-locks.js';
import { RecordStore } from './record-store.js';
import { RecordTable } from './record-table.js';
import { Sequence } from './sequence.js';
import type { SqliteDatabase } from './sqlite-database.interface.js';
import { TableSchema } from './table-schema.js';

interface OrgFoundation {
  readonly catalog: Catalog;
  readonly database: SqliteDatabase;
  /** The administrator, who made what the org has from its beginning. */
  readonly userId: string;
  now(): Date;
}

/** The records of an org, all that happens to them, and the answers about them. */
export interface OrgEngine {
  readonly records: RecordStore;
  readonly queries: QueryEngine;
  readonly permissions: OrgPermissions;
  readonly locks: RecordLocks;
  readonly recordTypes: RecordTypes;
}

/** Puts the engine together on a database that is an org already. */
export function createOrgEngine(foundation: OrgFoundation, options: EmbeddedBehaviourOptions): OrgEngine {
  const { catalog, database, now } = foundation;
  const permissions = new OrgPermissions(foundation, options);
  const locks = new RecordLocks();
  const formulas = new OrgFormulas(foundation, options.formulas);
  const complete = new CatalogWithFormulas(catalog, formulas);
  const reader = new FormulaReader(complete, database);
  const sequence = new Sequence(database);
  const [ids, table] = [new IdGenerator(sequence), new RecordTable(database, new TableSchema(database))];
  const recordTypes = new RecordTypes({ ...foundation, table, ids });
  const behaviours = [
    new PersonAccounts({ catalog, table, ids }),
    recordTypes,
    new CampaignMembers(database),
    ...behavioursOf(foundation, options, complete, new RecordView(reader), sequence),
  ];
  const account = catalog.get('Account');
  if (account) recordTypes.establish(account);
  establishCurrencies({ ...foundation, table, ids });
  return {
    permissions,
    locks,
    recordTypes,
    records: new RecordStore({
      catalog,
      database,
      now,
      behaviours,
      permissions,
      locks,
      sequence,
      formulas: reader,
    }),
    queries: new QueryEngine({ catalog, database, now, permissions, formulas }),
  };
}

/** In the order in which the platform goes about them: rules, duplicates, and then what follows from a record. */
function behavioursOf(
  { catalog, database, now }: OrgFoundation,
  { rules, duplicateRules, history, rollUps }: EmbeddedBehaviourOptions,
  queryCatalog: CatalogWithFormulas,
  view: RecordView,
  sequence: Sequence,
): RecordBehaviour[] {
  const tables = new TableSchema(database);
  const zones = new TimeZoneStorage(database);
  return [
    ...(rules ? [new ValidationRules(rules, view, now)] : []),
    ...(duplicateRules ? [new DuplicateRules(duplicateRules, database)] : []),
    ...(rollUps
      ? [new RollUpSummaries(rollUps, { catalog, database, tables, zones, queryCatalog, now })]
      : []),
    ...(history ? [new FieldHistory(history, { catalog, database, sequence, now })] : []),
  ];
}
