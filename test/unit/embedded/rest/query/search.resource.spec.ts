import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { OrgClient } from '../../../../support/org-client.js';
import { customField, customObject } from '../../../../support/record-engine.js';

interface Found {
  readonly searchRecords: readonly ({ readonly attributes: { readonly type: string } } & Record<
    string,
    unknown
  >)[];
}

const SEED = {
  records: [
    {
      attributes: { type: 'Account', referenceId: 'acme' },
      Name: 'Acme Construction Co., Inc.',
      Phone: '(415) 555-1212',
      BillingCity: 'Köln',
      Description: 'Builds bridges near San Francisco',
      NumberOfEmployees: 20,
    },
    {
      attributes: { type: 'Account' },
      Name: 'Globex',
      Website: 'https://globex.example',
      NumberOfEmployees: 500,
    },
    {
      attributes: { type: 'Contact' },
      FirstName: 'Rose',
      LastName: 'Acmeson',
      Email: 'rose@globex.example',
      AccountId: '@acme',
    },
    { attributes: { type: 'Lead' }, LastName: 'Zeta', Company: 'Acme Ltd' },
  ],
};

const longText = (name: string) => customField(name, 'textarea', { length: 32_768 });
const typesOf = (body: Found) => body.searchRecords.map(({ attributes }) => attributes.type);

describe('search resources', () => {
  let client: OrgClient;

  beforeEach(async () => {
    client = await OrgClient.open({ seed: SEED });
  });
  afterEach(() => client.close());

  const search = (sosl: string) => client.get<Found>(`/search/?q=${encodeURIComponent(sosl)}`);
  /** Each record as its object and its values. */
  const found = async (sosl: string): Promise<string[]> => {
    const { body } = await search(sosl);
    return body.searchRecords.map(({ attributes, ...values }) =>
      [attributes.type, ...Object.values(values).map(String)].join(' '),
    );
  };

  it('gives the ids of everything that is found, when it is not told what to return', async () => {
    const { status, body } = await search('FIND {Acme}');
    expect(status).toBe(200);
    expect(body).toEqual({
      searchRecords: [
        {
          attributes: {
            type: 'Account',
            url: expect.stringMatching(/^\/services\/data\/v67\.0\/sobjects\/Account\/001\w{15}$/),
          },
          Id: expect.stringMatching(/^001\w{15}$/),
        },
        {
          attributes: { type: 'Lead', url: expect.stringMatching(/\/sobjects\/Lead\/00Q\w{15}$/) },
          Id: expect.stringMatching(/^00Q\w{15}$/),
        },
      ],
    });
  });

  it.each([
    [
      'a word, whatever its case',
      'FIND {aCME} RETURNING Account(Name)',
      ['Account Acme Construction Co., Inc.'],
    ],
    ['words in any order', 'FIND {construction acme} RETURNING Account(Phone)', ['Account (415) 555-1212']],
    ['all of the words only', 'FIND {acme globex} RETURNING Account(Name)', []],
    ['a phrase', 'FIND {"san francisco"} RETURNING Account(Name)', ['Account Acme Construction Co., Inc.']],
    ['no phrase of another order', 'FIND {"francisco san"} RETURNING Account(Name)', []],
    ['a beginning', 'FIND {acm*} RETURNING Contact(LastName)', ['Contact Acmeson']],
    [
      'the beginning of the last word of a phrase',
      'FIND {"near san fran*"} RETURNING Account(BillingCity)',
      ['Account Köln'],
    ],
    ['a wildcard inside', 'FIND {gl*ex} RETURNING Account(Name)', ['Account Globex']],
    ['a wildcard for one character', 'FIND {gl?bex} RETURNING Account(Name)', ['Account Globex']],
    ['no wildcard for no character', 'FIND {globex?} RETURNING Account(Name)', []],
    ['a word without its accents', 'FIND {koln} RETURNING Account(BillingCity)', ['Account Köln']],
    ['a word with accents and a wildcard', 'FIND {k?ln} RETURNING Account(BillingCity)', ['Account Köln']],
    [
      'one or the other',
      'FIND {globex OR bridges} RETURNING Account(Name)',
      ['Account Acme Construction Co., Inc.', 'Account Globex'],
    ],
    [
      'one without the other',
      'FIND {(acme OR globex) AND NOT bridges} RETURNING Account(Name)',
      ['Account Globex'],
    ],
    ['a mail address', 'FIND {rose@globex.example} RETURNING Contact(LastName)', ['Contact Acmeson']],
    [
      'a number by its digits',
      'FIND {4155551212} RETURNING Account(Name)',
      ['Account Acme Construction Co., Inc.'],
    ],
    [
      'a number as it is written',
      String.raw`FIND {\(415\) 555\-1212} RETURNING Account(Name)`,
      ['Account Acme Construction Co., Inc.'],
    ],
  ])('finds %s', async (_what, sosl, records) => {
    expect(await found(sosl)).toEqual(records);
  });

  it.each([
    ['ALL', ['Account Acme Construction Co., Inc.', 'Account Globex', 'Contact Rose Acmeson']],
    ['NAME', ['Account Globex']],
    ['EMAIL', ['Contact Rose Acmeson']],
    ['PHONE', []],
    ['SIDEBAR', ['Account Globex', 'Contact Rose Acmeson']],
  ])('looks into %s fields', async (group, records) => {
    const sosl = `FIND {globex OR bridges} IN ${group} FIELDS RETURNING Account(Name), Contact(Name)`;
    expect(await found(sosl)).toEqual(records);
  });

  it.each([
    ['conditions', 'Account(Name WHERE NumberOfEmployees > 100)', ['Account Globex']],
    ['an order', 'Account(NumberOfEmployees ORDER BY NumberOfEmployees DESC)', ['Account 500', 'Account 20']],
    ['a limit of an object', 'Account(Name ORDER BY Name LIMIT 1)', ['Account Acme Construction Co., Inc.']],
    ['an offset', 'Account(Name ORDER BY Name OFFSET 1)', ['Account Globex']],
    [
      'functions and aliases',
      'Account(FORMAT(NumberOfEmployees) staff ORDER BY Name)',
      ['Account 20', 'Account 500'],
    ],
  ])('takes %s', async (_what, returning, records) => {
    expect(await found(`FIND {acme OR globex} RETURNING ${returning}`)).toEqual(records);
  });

  it('reads parents', async () => {
    const { body } = await search('FIND {rose} RETURNING Contact(Account.Name)');
    expect(body.searchRecords).toMatchObject([{ Account: { Name: 'Acme Construction Co., Inc.' } }]);
  });

  it('gives all records at once, however wide they are', async () => {
    client.org.define([customObject('Essay__c', [longText('Body__c'), longText('Notes__c')])]);
    client.org.seed({
      records: Array.from({ length: 250 }, () => ({
        attributes: { type: 'Essay__c' },
        Body__c: 'about everything',
        Notes__c: 'more',
      })),
    });
    const { body } = await search('FIND {everything} RETURNING Essay__c(Body__c, Notes__c)');
    expect(body.searchRecords).toHaveLength(250);
  });

  it('shares a limit of the whole among the objects', async () => {
    const sosl = 'FIND {acm*} RETURNING Account(Name), Contact(LastName), Lead(Company) LIMIT 2';
    expect(await found(sosl)).toEqual(['Account Acme Construction Co., Inc.', 'Contact Acmeson']);
  });

  it('finds what was written, changed, deleted and undone since the last search', async () => {
    const names = () => found('FIND {umbrella} RETURNING Account(Name)');
    expect(await names()).toEqual([]);
    const id = await client.create('Account', { Name: 'Umbrella' });
    expect(await names()).toEqual(['Account Umbrella']);
    await client.patch(`/sobjects/Account/${id}`, { Description: 'still an umbrella', Name: 'Parasol' });
    expect(await names()).toEqual(['Account Parasol']);
    await client.patch(`/sobjects/Account/${id}`, { Description: 'no more' });
    expect(await names()).toEqual([]);
    expect(await found('FIND {parasol} RETURNING Account(Name)')).toEqual(['Account Parasol']);
    await client.delete(`/sobjects/Account/${id}`);
    expect(await found('FIND {parasol} RETURNING Account(Name)')).toEqual([]);
  });

  it('finds texts of fields that came later', async () => {
    await search('FIND {acme} RETURNING Account');
    client.org.define([
      {
        name: 'Account',
        label: 'Account',
        labelPlural: 'Accounts',
        keyPrefix: null,
        custom: false,
        createable: true,
        updateable: true,
        deletable: true,
        queryable: true,
        fields: [
          {
            name: 'Motto__c',
            label: 'Motto',
            type: 'string',
            custom: true,
            createable: true,
            updateable: true,
            nillable: true,
          },
        ],
      },
    ]);
    await client.create('Account', { Name: 'Hyperion', Motto__c: 'Excelsior' });
    expect(await found('FIND {excelsior} RETURNING Account(Name)')).toEqual(['Account Hyperion']);
    expect(await found('FIND {globex} RETURNING Account(Name)')).toEqual(['Account Globex']);
  });

  it('tells labels when it is asked for them', async () => {
    const { body } = await search(
      "FIND {globex} RETURNING Account(Name, Phone), Lead WITH METADATA = 'LABELS'",
    );
    expect(body).toMatchObject({
      searchRecords: [{ Name: 'Globex' }],
      metadata: {
        entityMetadata: [
          {
            entityName: 'Account',
            fieldMetadata: [
              { label: 'Account Name', name: 'Name', type: 'string' },
              { label: 'Account Phone', name: 'Phone', type: 'phone' },
            ],
          },
          { entityName: 'Lead', fieldMetadata: [] },
        ],
      },
    });
  });

  it('answers with the bare list in older versions', async () => {
    const old = await client.get(
      '/services/data/v36.0/search?q=FIND%20%7Bzeta%7D%20RETURNING%20Lead(LastName)',
    );
    expect(old.body).toMatchObject([{ LastName: 'Zeta' }]);
  });

  it.each([
    ['', 'MALFORMED_SEARCH', 'No search term found. The search term must be enclosed in braces.'],
    ['FIND acme', 'MALFORMED_SEARCH', 'No search term found. The search term must be enclosed in braces.'],
    ['FIND {acme} RETURNING Bacon__c', 'INVALID_TYPE', "sObject type 'Bacon__c' is not supported."],
    [
      'FIND {acme} RETURNING Account(Bacon__c)',
      'INVALID_FIELD',
      "No such column 'Bacon__c' on entity 'Account'.",
    ],
    [
      'FIND {acme} RETURNING Account(COUNT(Id))',
      'MALFORMED_SEARCH',
      'Aggregate functions are not allowed in RETURNING',
    ],
    [
      'FIND {acme} RETURNING Account(Name OFFSET 2001)',
      'MALFORMED_SEARCH',
      'SOSL offset should be between 0 to 2000',
    ],
    [
      'FIND {acme} RETURNING Account(Name OFFSET 1), Lead',
      'MALFORMED_SEARCH',
      'OFFSET is only allowed in a search that returns a single object',
    ],
    [
      'FIND {acme} RETURNING Organization(Name)',
      'INVALID_TYPE_FOR_OPERATION',
      'entity type Organization does not support search',
    ],
  ])('refuses %s', async (sosl, errorCode, message) => {
    const { status, body } = await client.get(`/search?q=${encodeURIComponent(sosl)}`);
    expect([status, body]).toEqual([400, [{ errorCode, message: expect.stringContaining(message) }]]);
  });

  describe('with parameters', () => {
    it('finds ids of everything', async () => {
      expect(typesOf((await client.get<Found>('/parameterizedSearch/?q=acme')).body)).toEqual([
        'Account',
        'Lead',
      ]);
    });

    it('takes the objects and what to give of them from the URL', async () => {
      const { body } = await client.get<Found>(
        '/parameterizedSearch?q=acme+OR+globex&sObject=Account&Account.fields=Name,Phone&Account.limit=1' +
          '&Account.where=NumberOfEmployees+%3E+5&Account.orderBy=Name+DESC+NULLS_LAST&in=ALL&sobject=Lead',
      );
      expect(body.searchRecords).toEqual([
        { attributes: expect.anything(), Name: 'Globex', Phone: null },
        { attributes: expect.anything(), Id: expect.stringMatching(/^00Q/) },
      ]);
    });

    it('takes them from a body', async () => {
      const { body } = await client.post<Found>('/parameterizedSearch', {
        q: 'acm*',
        in: 'NAME',
        fields: ['Id', 'Name'],
        sobjects: [{ name: 'Account', fields: ['Name'], limit: 5 }, { name: 'Contact' }],
        overallLimit: 10,
      });
      expect(body.searchRecords).toEqual([
        { attributes: expect.anything(), Name: 'Acme Construction Co., Inc.' },
        { attributes: expect.anything(), Id: expect.stringMatching(/^003/), Name: 'Rose Acmeson' },
      ]);
    });

    it('takes a text that is no search for what it is', async () => {
      const { status, body } = await client.get<Found>(
        `/parameterizedSearch?q=${encodeURIComponent('rose@globex.example {(')}&sobject=Contact`,
      );
      expect([status, typesOf(body)]).toEqual([200, ['Contact']]);
    });

    it('finds every record by the words of its name, and answers whatever it is asked', async () => {
      const word = fc.string({ unit: fc.constantFrom(...'abcxyz019éß東'), minLength: 2, maxLength: 6 });
      const names = fc.sample(fc.array(word, { minLength: 1, maxLength: 4 }), { numRuns: 40, seed: 11 });
      for (const words of names) {
        const id = await client.create('Lead', { LastName: words.join('-'), Company: 'Any' });
        const query = new URLSearchParams({ q: words.join(' '), sobject: 'Lead', in: 'NAME' });
        const { body } = await client.get<Found>(`/parameterizedSearch?${query}`);
        expect(body.searchRecords.map((record) => record['Id'])).toContain(id);
      }
      const piece = fc.constantFrom(
        'acme',
        '*',
        '?',
        '"',
        'AND',
        'NOT',
        '(',
        '}',
        '{',
        '\\',
        "'",
        ':',
        '^',
        '-',
        ' ',
      );
      for (const pieces of fc.sample(fc.array(piece, { maxLength: 8 }), { numRuns: 200, seed: 12 })) {
        const query = new URLSearchParams({ q: pieces.join(''), sobject: 'Account' });
        expect([200, 400]).toContain((await client.get(`/parameterizedSearch?${query}`)).status);
      }
    });

    it('refuses a search for nothing', async () => {
      expect(await client.get('/parameterizedSearch?sobject=Contact')).toMatchObject({
        status: 400,
        body: [{ errorCode: 'MALFORMED_SEARCH' }],
      });
    });
  });
});
