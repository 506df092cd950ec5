import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../../support/org-client.js';

describe('suggestion resources', () => {
  let client: OrgClient;

  beforeEach(async () => {
    client = await OrgClient.open();
  });
  afterEach(() => client.close());

  it('suggest records by the beginning of their names', async () => {
    const id = await client.create('Account', { Name: 'Acme', Phone: '123' });
    await client.create('Account', { Name: 'Other' });
    await client.create('Contact', { LastName: 'Acmeson' });
    const { status, body } = await client.get('/search/suggestions?q=acm&sobject=Account&fields=Phone');
    expect(status).toBe(200);
    expect(body).toEqual({
      autoSuggestResults: [
        {
          attributes: { type: 'Account', url: `/services/data/v67.0/sobjects/Account/${id}` },
          Id: id,
          Name: 'Acme',
          Phone: '123',
        },
      ],
      hasMoreResults: false,
    });
    expect((await client.get('/search/suggestions?q=acm&sobject=Account,Contact')).body).toMatchObject({
      autoSuggestResults: [{ Name: 'Acme' }, { Name: 'Acmeson' }],
    });
  });

  it('say whether there are more', async () => {
    for (let index = 0; index < 6; index++) await client.create('Account', { Name: `Acme ${index}` });
    const { body } = await client.get<{ autoSuggestResults: unknown[]; hasMoreResults: boolean }>(
      '/search/suggestions?q=acme&sobject=Account',
    );
    expect(body.autoSuggestResults).toHaveLength(5);
    expect(body.hasMoreResults).toBe(true);
  });

  it.each(['suggestTitleMatches', 'suggestSearchQueries'])('have nothing of %s', async (name) => {
    expect((await client.get(`/search/${name}?q=how&language=en_US&publishStatus=Online`)).body).toEqual({
      autoSuggestResults: [],
      hasMoreResults: false,
    });
  });

  it.each([
    ['q=acme', 'MISSING_ARGUMENT'],
    ['sobject=Account', 'MISSING_ARGUMENT'],
    ['q=a&sobject=Account', 'INVALID_SEARCH'],
    ['q=acme&sobject=Whizbang', 'INVALID_TYPE'],
  ])('refuse %s', async (query, errorCode) => {
    expect(await client.get(`/search/suggestions?${query}`)).toMatchObject({
      status: 400,
      body: [{ errorCode }],
    });
  });
});

describe('search layout resources', () => {
  let client: OrgClient;

  beforeEach(async () => {
    client = await OrgClient.open();
  });
  afterEach(() => client.close());

  it('say how results are shown', async () => {
    expect((await client.get('/search/layout?q=Account,Case')).body).toEqual([
      {
        errorMsg: null,
        label: 'Search Results',
        limitRows: 25,
        objectType: 'Account',
        searchColumns: [{ field: 'Account.Name', format: null, label: 'Account Name', name: 'Name' }],
      },
      {
        errorMsg: null,
        label: 'Search Results',
        limitRows: 25,
        objectType: 'Case',
        searchColumns: [{ field: 'Case.CaseNumber', format: null, label: 'Case Number', name: 'CaseNumber' }],
      },
    ]);
    expect((await client.get('/search/layout?q=Whizbang')).status).toBe(404);
    expect((await client.get('/search/layout')).status).toBe(400);
  });

  it('put objects in the order in which the user saw their records', async () => {
    await client.create('Account', { Name: 'Acme' });
    await client.create('Contact', { LastName: 'Doe' });
    await client.query('SELECT Id FROM Account FOR VIEW');
    await client.query('SELECT Id FROM Contact FOR VIEW');
    expect((await client.get('/search/scopeOrder')).body).toEqual([
      { type: 'Contact', url: '/services/data/v67.0/sobjects/Contact/describe' },
      { type: 'Account', url: '/services/data/v67.0/sobjects/Account/describe' },
    ]);
  });
});
