import { afterEach, describe, expect, it } from '@jest/globals';
import { EmbeddedOrg } from '../../../lib/embedded/embedded-org.js';
import { SalesforceConfigurationException } from '../../../lib/exceptions/salesforce-configuration.exception.js';
import { OrgClient } from '../../support/org-client.js';

describe('the settings of an org', () => {
  let client: OrgClient | undefined;

  afterEach(() => client?.close());

  it('are written into the records of its user and organisation', async () => {
    client = await OrgClient.open({
      user: { timeZone: 'America/Los_Angeles', locale: 'de_DE' },
      fiscalYearStartMonth: 4,
    });
    expect(await client.query('SELECT TimeZoneSidKey, LocaleSidKey FROM User')).toMatchObject([
      { TimeZoneSidKey: 'America/Los_Angeles', LocaleSidKey: 'de_DE' },
    ]);
    expect(await client.query('SELECT FiscalYearStartMonth FROM Organization')).toMatchObject([
      { FiscalYearStartMonth: 4 },
    ]);
  });

  it('are those of a new org unless options say otherwise', async () => {
    client = await OrgClient.open();
    expect(await client.query('SELECT TimeZoneSidKey, LocaleSidKey FROM User')).toMatchObject([
      { TimeZoneSidKey: 'GMT', LocaleSidKey: 'en_US' },
    ]);
    expect(await client.query('SELECT FiscalYearStartMonth FROM Organization')).toMatchObject([
      { FiscalYearStartMonth: 1 },
    ]);
  });

  it.each([
    [
      { user: { timeZone: 'Middle-earth/Shire' } },
      /Time Zone: bad value for restricted picklist field: Middle-earth\/Shire$/,
    ],
    [
      { fiscalYearStartMonth: 13 },
      /cannot begin with month 13: fiscalYearStartMonth is a number from 1 to 12\.$/,
    ],
  ])('are refused where they make no sense: %j', async (options, message) => {
    const opening = EmbeddedOrg.create(options);
    await expect(opening).rejects.toThrow(SalesforceConfigurationException);
    await expect(opening).rejects.toThrow(message);
  });
});
