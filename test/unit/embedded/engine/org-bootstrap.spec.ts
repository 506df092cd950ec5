import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { SalesforceConfigurationException } from '../../../../lib/exceptions/salesforce-configuration.exception.js';
import { NodeSqliteDatabase } from '../../../../lib/embedded/engine/node-sqlite-database.js';
import { createRecordEngine } from '../../../support/record-engine.js';

describe('bootstrapOrg', () => {
  it('makes an organisation, an administrator, a standard price book and business hours', () => {
    const { records, user, organizationId, object } = createRecordEngine();
    expect([organizationId, user.id]).toEqual(['00DEm0000000001MAA', '005Em0000000001IAA']);
    const administrator = records.read(object('User'), user.id);
    expect(administrator).toMatchObject({
      Username: 'ada@example.com',
      Email: 'ada@example.com',
      Name: 'Ada Admin',
      Alias: 'ada',
      IsActive: true,
      ProfileId: '00eEm0000000001IAA',
      CreatedById: user.id,
      CreatedDate: '2026-01-02T03:04:05.000+0000',
    });
    expect(records.read(object('Profile'), '00eEm0000000001IAA', ['Name'])).toEqual({
      Name: 'System Administrator',
    });
    expect(records.read(object('Organization'), organizationId, ['OrganizationType'])).toEqual({
      OrganizationType: 'Developer Edition',
    });
    expect(
      records.read(object('Pricebook2'), '01sEm0000000001IAA', ['Name', 'IsStandard', 'IsActive']),
    ).toEqual({
      Name: 'Standard Price Book',
      IsStandard: true,
      IsActive: true,
    });
    expect(
      records.read(object('BusinessHours'), '01mEm0000000001IAA', ['Name', 'IsDefault', 'MondayStartTime']),
    ).toEqual({ Name: 'Default', IsDefault: true, MondayStartTime: '00:00:00.000Z' });
  });

  it('finds the same org again in a file, with its records, and goes on with its ids', () => {
    const folder = mkdtempSync(join(tmpdir(), 'org-'));
    try {
      const path = join(folder, 'org.sqlite');
      const before = createRecordEngine(new NodeSqliteDatabase(path));
      const account = before.records.insert(before.object('Account'), { Name: 'Acme' }, before.user);
      before.database.close();

      const after = createRecordEngine(new NodeSqliteDatabase(path));
      expect([after.organizationId, after.user]).toEqual([before.organizationId, before.user]);
      expect(after.records.read(after.object('Account'), account, ['Name'])).toEqual({ Name: 'Acme' });
      expect(after.records.insert(after.object('Account'), { Name: 'Next' }, after.user)).toBe(
        '001Em0000000002IAA',
      );
      const users = after.database.prepare('SELECT count(*) FROM "User"').rows();
      expect(users).toEqual([[1]]);
      after.database.close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('refuses a database of a format it does not know', () => {
    const { database } = createRecordEngine();
    database.exec(`UPDATE "_org" SET value = '99' WHERE name = 'format'`);
    expect(() => createRecordEngine(database)).toThrow(SalesforceConfigurationException);
    expect(() => createRecordEngine(database)).toThrow(/has format 99, and this release reads format 1/);
  });
});
