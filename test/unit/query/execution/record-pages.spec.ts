import { describe, expect, it } from '@jest/globals';
import { exceptionFromErrors } from '../../../../lib/exceptions/salesforce-exception.converter.js';
import { InvalidResponseException } from '../../../../lib/exceptions/invalid-response.exception.js';
import { QueryCursorExpiredException } from '../../../../lib/exceptions/query-cursor-expired.exception.js';
import { SalesforceTimeoutException } from '../../../../lib/exceptions/salesforce-timeout.exception.js';
import { buildFindQuery, type UntypedFindOptions } from '../../../../lib/query/find/find-query.builder.js';
import { recordPages } from '../../../../lib/query/execution/record-pages.js';
import { Account, metadataOf } from '../query-entities.js';
import { page, ScriptedSource } from '../scripted-source.js';

const account = metadataOf(Account);
const lost = exceptionFromErrors([{ errorCode: 'INVALID_QUERY_LOCATOR', message: 'invalid query locator' }], {
  status: 400,
  connection: 'default',
});
const tooLong = exceptionFromErrors(
  [{ errorCode: 'QUERY_TIMEOUT', message: 'Your query request was running for too long.' }],
  { status: 400 },
);
const numbered = (n: number) => ({ Id: `00100000000000${n}AAA` });
const [first, second, third, fourth] = [numbered(1), numbered(2), numbered(3), numbered(4)];

const contacts = (nextRecordsUrl: string) => ({
  totalSize: 2,
  done: false,
  nextRecordsUrl,
  records: [{ Id: '003A' }],
});

async function read(source: ScriptedSource, options: UntypedFindOptions) {
  const { query, shape } = buildFindQuery(account, { select: { id: true }, ...options });
  const ids: unknown[] = [];
  const totals: number[] = [];
  for await (const { total, records } of recordPages(source, query, shape, options)) {
    totals.push(total);
    ids.push(...records.map(({ Id }) => Id));
  }
  return { ids, totals };
}

describe('recordPages', () => {
  it('goes on by id where the cursor was lost', async () => {
    const source = new ScriptedSource((soql) =>
      soql.includes('>') ? [page([third, fourth])] : [page([first, second], 4), lost],
    );
    await expect(read(source, { orderBy: { id: 'asc' }, take: 10, allRows: true })).resolves.toEqual({
      ids: [first.Id, second.Id, third.Id, fourth.Id],
      totals: [4, 4],
    });
    expect(source.queries).toEqual([
      'SELECT Id FROM Account ORDER BY Id ASC LIMIT 10',
      `SELECT Id FROM Account WHERE Id > '${second.Id}' ORDER BY Id ASC LIMIT 8`,
    ]);
    expect(source.options).toMatchObject([{ allRows: true }, { allRows: true }]);
  });

  it('goes on as often as it has to, as long as it gets further', async () => {
    const source = new ScriptedSource((soql) => {
      if (soql.includes('2AAA')) return [page([third], 2), tooLong];
      if (soql.includes('3AAA')) return [page([fourth])];
      return [page([first, second], 4), lost];
    });
    const { ids, totals } = await read(source, { orderBy: { id: 'asc' } });
    expect(ids).toEqual([first.Id, second.Id, third.Id, fourth.Id]);
    expect(totals).toEqual([4, 4, 4]);
    expect(source.queries.slice(1)).toEqual([
      `SELECT Id FROM Account WHERE Id > '${second.Id}' ORDER BY Id ASC`,
      `SELECT Id FROM Account WHERE Id > '${third.Id}' ORDER BY Id ASC`,
    ]);
  });

  it('gives up when it gets no further', async () => {
    const source = new ScriptedSource((soql) => (soql.includes('>') ? [lost] : [page([first], 4), lost]));
    await expect(read(source, { orderBy: { id: 'asc' } })).rejects.toBeInstanceOf(
      QueryCursorExpiredException,
    );
    expect(source.queries).toHaveLength(2);
  });

  it('says where a result of another order has ended, and what to do', async () => {
    const source = new ScriptedSource(() => [page([first, second], 4), lost]);
    const failing = read(source, { orderBy: { name: 'asc' } });
    await expect(failing).rejects.toBeInstanceOf(QueryCursorExpiredException);
    await expect(failing).rejects.toMatchObject({
      message: expect.stringMatching(
        /^The org has lost the cursor of a query of Account after 2 records \(invalid query locator\)\..* Order by id alone, and reading goes on by itself\.$/,
      ),
      errorCode: 'INVALID_QUERY_LOCATOR',
      status: 400,
      connection: 'default',
      cause: lost,
    });
    expect(source.queries).toHaveLength(1);
  });

  it('leaves a query that takes too long what it is', async () => {
    const failing = read(new ScriptedSource(() => [tooLong]), { orderBy: { id: 'asc' } });
    await expect(failing).rejects.toBe(tooLong);
    await expect(failing).rejects.toBeInstanceOf(SalesforceTimeoutException);
  });

  it('refuses a rest that is short of records', async () => {
    const source = new ScriptedSource((soql) =>
      soql.includes('>') ? [page([third], 2)] : [page([first, second], 4), lost],
    );
    const failing = read(source, { orderBy: { id: 'asc' } });
    await expect(failing).rejects.toBeInstanceOf(InvalidResponseException);
    await expect(failing).rejects.toThrow('The org announced 2 records of Account and sent 1.');
  });

  it('reads records anew whose children have lost their cursor', async () => {
    const source = new ScriptedSource(
      (soql) =>
        soql.includes('>')
          ? [page([{ ...second, Contacts: contacts('/fresh') }])]
          : [page([{ ...first, Contacts: null }], 2), page([{ ...second, Contacts: contacts('/lost') }], 2)],
      async (url) => {
        if (url === '/lost') throw lost;
        return page([{ Id: '003B' }]);
      },
    );
    const select = { contacts: { select: { id: true } } };
    const { ids } = await read(source, { select, orderBy: { id: 'asc' } });
    expect(ids).toEqual([first.Id, second.Id]);
    expect(source.queries[1]).toContain(`WHERE Id > '${first.Id}'`);
  });
});
