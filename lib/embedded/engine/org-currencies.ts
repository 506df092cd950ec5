import type { Catalog } from '../catalog/catalog.js';
import type { IdGenerator } from './id-generator.js';
import type { RecordTable } from './record-table.js';
import type { SqliteDatabase } from './sqlite-database.interface.js';
import { toStoredInstant } from './value/temporal-value.js';

interface OrgCurrenciesDependencies {
  readonly catalog: Catalog;
  readonly database: SqliteDatabase;
  readonly table: RecordTable;
  readonly ids: IdGenerator;
  readonly userId: string;
  now(): Date;
}

const DECIMAL_PLACES = 2;

/**
 * Gives an org of several currencies their records, where it has none yet: one for each that amounts can be in, the first
 * being the corporate one. All begin at par; rates are changed by writing them.
 */
export function establishCurrencies(deps: OrgCurrenciesDependencies): void {
  const { catalog, database, table, ids, userId } = deps;
  const currencyType = catalog.get('CurrencyType');
  const values = currencyType && catalog.get('Opportunity')?.field('CurrencyIsoCode')?.picklistValues;
  if (!currencyType || !values) return;
  if (table.rows(currencyType, 'SELECT 1 FROM "CurrencyType" WHERE ? IS NOT NULL LIMIT 1', '').length > 0)
    return;
  const at = toStoredInstant(deps.now());
  database.transaction(() => {
    for (const [place, { value }] of values.entries()) {
      table.insert(currencyType, {
        Id: ids.next(currencyType.keyPrefix),
        IsoCode: value,
        ConversionRate: 1,
        DecimalPlaces: DECIMAL_PLACES,
        IsActive: 1,
        IsCorporate: place === 0 ? 1 : 0,
        CreatedById: userId,
        CreatedDate: at,
        LastModifiedById: userId,
        LastModifiedDate: at,
        SystemModstamp: at,
      });
    }
  });
}
