import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../../support/org-client.js';

interface ListViews {
  readonly listviews: readonly { readonly id: string; readonly developerName: string }[];
}

describe('list view resources', () => {
  let client: OrgClient;
  let all: string;

  beforeEach(async () => {
    client = await OrgClient.open();
    const { body } = await client.get<ListViews>('/sobjects/Account/listviews');
    all = body.listviews.find(({ developerName }) => developerName === 'AllAccounts')!.id;
  });
  afterEach(() => client.close());

  it.each(['/sobjects/Account/listviews', '/sobjects/Account/listviews/recent'])(
    'list them: %s',
    async (path) => {
      const url = `/services/data/v67.0/sobjects/Account/listviews/${all}`;
      expect(all).toMatch(/^00B\w{15}$/);
      expect((await client.get(path)).body).toMatchObject({
        done: true,
        nextRecordsUrl: null,
        size: 2,
        sobjectType: 'Account',
        listviews: [
          {
            describeUrl: `${url}/describe`,
            developerName: 'AllAccounts',
            id: all,
            label: 'All Accounts',
            resultsUrl: `${url}/results`,
            soqlCompatible: true,
            url,
          },
          { developerName: 'MyAccounts', label: 'My Accounts' },
        ],
      });
    },
  );

  it('give one of them', async () => {
    expect((await client.get(`/sobjects/Account/listviews/${all}`)).body).toMatchObject({ id: all });
  });

  it('describe one as a query', async () => {
    const { body } = await client.get<{ query: string }>(`/sobjects/Account/listviews/${all}/describe`);
    expect(body).toMatchObject({
      id: all,
      scope: 'everything',
      sobjectType: 'Account',
      query:
        'SELECT Name, Id, CreatedDate, LastModifiedDate, SystemModstamp FROM Account USING SCOPE everything ORDER BY Name ASC NULLS FIRST, Id ASC NULLS FIRST',
    });
    expect(await client.query(body.query)).toEqual([]);
  });

  it('give the records of one', async () => {
    for (const Name of ['Beta', 'Acme', 'Gamma']) await client.create('Account', { Name });
    const { body } = await client.get<{ records: unknown[] }>(
      `/sobjects/Account/listviews/${all}/results?limit=2`,
    );
    expect(body).toMatchObject({
      developerName: 'AllAccounts',
      done: true,
      id: all,
      label: 'All Accounts',
      size: 2,
      columns: [
        {
          ascendingLabel: 'Z-A',
          descendingLabel: 'A-Z',
          fieldNameOrPath: 'Name',
          hidden: false,
          label: 'Account Name',
          selectListItem: 'Name',
          sortDirection: 'ascending',
          sortIndex: 0,
          sortable: true,
          type: 'string',
        },
        { ascendingLabel: null, fieldNameOrPath: 'Id', hidden: true, label: 'Account ID', type: 'id' },
        { fieldNameOrPath: 'CreatedDate' },
        { fieldNameOrPath: 'LastModifiedDate' },
        { fieldNameOrPath: 'SystemModstamp' },
      ],
      records: [
        { columns: expect.arrayContaining([{ fieldNameOrPath: 'Name', value: 'Acme' }]) },
        { columns: expect.arrayContaining([{ fieldNameOrPath: 'Name', value: 'Beta' }]) },
      ],
    });
    const next = await client.get(`/sobjects/Account/listviews/${all}/results?limit=2&offset=2`);
    expect(next.body).toMatchObject({ size: 1 });
  });

  it('explain one by its id', async () => {
    const { body } = await client.get<{ plans: { sobjectType: string }[] }>(`/query?explain=${all}`);
    expect(body.plans[0]).toMatchObject({ sobjectType: 'Account' });
    expect((await client.get('/query?explain=00B000000000001AAA')).status).toBe(404);
  });

  it.each([
    '/sobjects/Account/listviews/00B000000000001',
    '/sobjects/Account/listviews/nothing/results',
    '/sobjects/Whizbang/listviews',
  ])('do not know %s', async (path) => {
    expect((await client.get(path)).status).toBe(404);
  });
});
