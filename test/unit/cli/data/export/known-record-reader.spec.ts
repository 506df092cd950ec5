import { describe, expect, it } from '@jest/globals';
import { KnownRecordReader } from '../../../../../lib/cli/data/export/known-record-reader.js';
import type { SalesforceConnection } from '../../../../../lib/connection/salesforce-connection.js';
import { SalesforceConnection as Connection } from '../../../../../lib/connection/salesforce-connection.js';
import { PermissionDeniedException } from '../../../../../lib/exceptions/permission-denied.exception.js';

function answering(...answers: readonly unknown[]): { connection: SalesforceConnection; queries: string[] } {
  const queries: string[] = [];
  const query = async (soql: string): Promise<unknown> => {
    const answer = answers[queries.push(soql) - 1];
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return {
    connection: Object.assign(Object.create(Connection.prototype) as object, {
      query,
    }) as SalesforceConnection,
    queries,
  };
}

describe('KnownRecordReader', () => {
  it('asks for each object once, and keeps what the record is found by', async () => {
    const { connection, queries } = answering(
      [{ attributes: {}, Id: '012A', DeveloperName: 'Partner', SobjectType: 'Account' }],
      [{ attributes: {}, Id: '005A', Username: 'a@example.com', Email: null }],
    );
    const reader = new KnownRecordReader(connection);
    reader.want('User', '005A');
    reader.want('RecordType', '012A');
    reader.want('User', '005A');
    expect(await reader.read(() => undefined)).toEqual({
      RecordType: { '012A': { DeveloperName: 'Partner', SobjectType: 'Account' } },
      User: { '005A': { Username: 'a@example.com' } },
    });
    expect(queries).toEqual([
      "SELECT Id, DeveloperName, SobjectType FROM RecordType WHERE Id IN ('012A')",
      "SELECT Id, Username, Email FROM User WHERE Id IN ('005A')",
    ]);
  });

  it('says what it may not read', async () => {
    const { connection } = answering(
      new PermissionDeniedException('no access', { errorCode: 'X', status: 403 }),
    );
    const reader = new KnownRecordReader(connection);
    reader.want('UserRole', '00EA');
    const notes: string[] = [];
    expect(await reader.read((note) => notes.push(note))).toEqual({});
    expect(notes).toEqual(['UserRole: cannot be read, so nothing says whose ids those are: no access']);
  });
});
