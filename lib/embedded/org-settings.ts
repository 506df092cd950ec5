import { SalesforceConfigurationException } from '../exceptions/salesforce-configuration.exception.js';
import type { EmbeddedOrgOptions } from './embedded-org-options.interface.js';
import type { RecordStore } from './engine/record-store.js';
import type { SqliteDatabase } from './engine/sqlite-database.interface.js';
import type { Catalog } from './catalog/catalog.js';
import { OrgError } from './org-error.js';

interface SettingsTarget {
  readonly catalog: Catalog;
  readonly database: SqliteDatabase;
  readonly records: RecordStore;
  readonly administratorId: string;
}

const MONTHS = 12;

/** Writes what the options say of the administrator and the org into their records; what they leave open stays as it is. */
export function applySettings(
  target: SettingsTarget,
  { user, fiscalYearStartMonth }: EmbeddedOrgOptions,
): void {
  const settings = {
    ...(user?.timeZone !== undefined && { TimeZoneSidKey: user.timeZone }),
    ...(user?.locale !== undefined && { LocaleSidKey: user.locale }),
  };
  if (Object.keys(settings).length > 0) updateUser(target, settings);
  if (fiscalYearStartMonth !== undefined) setFiscalYear(target, fiscalYearStartMonth);
}

function updateUser(
  { catalog, records, administratorId }: SettingsTarget,
  values: Record<string, string>,
): void {
  try {
    records.update(catalog.get('User')!, administratorId, values, { id: administratorId });
  } catch (error) {
    if (!(error instanceof OrgError)) throw error;
    throw new SalesforceConfigurationException(
      `The user of the embedded org cannot be set up: ${error.message}`,
      {
        cause: error,
      },
    );
  }
}

/** Past the rules, which let no client write it: an administrator sets it in the org's pages. */
function setFiscalYear({ database }: SettingsTarget, startMonth: number): void {
  if (!Number.isInteger(startMonth) || startMonth < 1 || startMonth > MONTHS) {
    throw new SalesforceConfigurationException(
      `The fiscal year of the embedded org cannot begin with month ${startMonth}: fiscalYearStartMonth is a number from 1 to 12.`,
    );
  }
  database.prepare('UPDATE "Organization" SET "FiscalYearStartMonth" = ?').run(startMonth);
}
