import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../support/org-client.js';

describe('The objects of the Tooling API', () => {
  let client: OrgClient;

  beforeEach(async () => {
    client = await OrgClient.open();
  });
  afterEach(() => client.close());

  it.each([
    // What the Salesforce CLI asks for when it lists debug logs.
    'SELECT Id, Application, DurationMilliseconds, Location, LogLength, LogUser.Name, Operation, Request, StartTime, Status FROM ApexLog ORDER BY StartTime DESC',
    'SELECT Id, Name, SymbolTable FROM ApexClass',
    'SELECT Id, NamespacePrefix, DeveloperName FROM CustomObject',
  ])('are those of an org without any in %j', async (soql) => {
    const { status, body } = await client.get(`/tooling/query?q=${encodeURIComponent(soql)}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ size: 0, totalSize: 0, done: true, records: [] });
  });
});
