import type {
  ConformanceCase,
  ConformanceStep,
} from '../../support/conformance/conformance-case.interface.js';
import { conformanceSuite } from '../../support/conformance/conformance-suite.js';

const query = (soql: string, answer: Partial<ConformanceStep>, resource = 'query'): ConformanceStep => ({
  call: `GET /${resource}?q=${encodeURIComponent(soql)}`,
  status: 200,
  ...answer,
});

const anyRecords = (count: number): object[] => Array.from({ length: count }, () => ({}));

const RECORDS: ConformanceStep = {
  call: 'POST /composite/tree/Account',
  body: {
    records: [
      {
        attributes: { type: 'Account', referenceId: 'acme' },
        Name: 'Acme',
        Industry: 'Energy',
        Contacts: {
          records: [
            { attributes: { type: 'Contact', referenceId: 'ada' }, FirstName: 'Ada', LastName: 'Lovelace' },
            { attributes: { type: 'Contact', referenceId: 'mary' }, LastName: 'Somerville' },
          ],
        },
      },
      { attributes: { type: 'Account', referenceId: 'globex' }, Name: 'Globex' },
    ],
  },
  status: 201,
  keep: { acme: 'results.0.id', globex: 'results.1.id' },
};

const NOT_SUPPORTED =
  "sObject type 'XYZZY' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after " +
  'the entity name. Please reference your WSDL or the describe call for the appropriate names.';

const CASES: readonly ConformanceCase[] = [
  {
    title: 'answers a query with records, their parents and their children',
    steps: [
      RECORDS,
      query("SELECT Id, Name, Account.Name FROM Contact WHERE LastName = 'lovelace'", {
        answer: {
          totalSize: 1,
          done: true,
          records: [
            {
              attributes: {
                type: 'Contact',
                url: /^\/services\/data\/v60\.0\/sobjects\/Contact\/003\w{15}$/,
              },
              Id: /^003\w{15}$/,
              Name: 'Ada Lovelace',
              Account: {
                attributes: { type: 'Account', url: '/services/data/v60.0/sobjects/Account/{acme}' },
                Name: 'Acme',
              },
            },
          ],
        },
      }),
      query('SELECT Name, (SELECT LastName FROM Contacts ORDER BY LastName) FROM Account ORDER BY Name', {
        contains: {
          totalSize: 2,
          records: [
            {
              Name: 'Acme',
              Contacts: {
                totalSize: 2,
                done: true,
                records: [{ LastName: 'Lovelace' }, { LastName: 'Somerville' }],
              },
            },
            { Name: 'Globex', Contacts: null },
          ],
        },
      }),
    ],
  },
  {
    title: 'counts and groups',
    steps: [
      RECORDS,
      query('SELECT COUNT() FROM Contact', { answer: { totalSize: 2, done: true, records: [] } }),
      query(
        'SELECT Industry, COUNT(Id) n, MAX(Name) FROM Account GROUP BY Industry ORDER BY Industry NULLS LAST',
        {
          answer: {
            totalSize: 2,
            done: true,
            records: [
              { attributes: { type: 'AggregateResult' }, Industry: 'Energy', n: 1, expr0: 'Acme' },
              { attributes: { type: 'AggregateResult' }, Industry: null, n: 1, expr0: 'Globex' },
            ],
          },
        },
      ),
    ],
  },
  {
    title: 'gives a long answer in pages',
    steps: [
      {
        call: 'POST /composite/sobjects',
        body: {
          records: Array.from({ length: 200 }, (_, i) => ({
            attributes: { type: 'Ship__c' },
            Name: `Ship ${1000 + i}`,
          })),
        },
        status: 200,
      },
      {
        ...query('SELECT Name FROM Ship__c ORDER BY Name', {
          contains: { totalSize: 200, done: true, records: [{ Name: 'Ship 1000' }, ...anyRecords(199)] },
        }),
      },
      {
        call: 'POST /composite/sobjects',
        body: {
          records: Array.from({ length: 50 }, (_, i) => ({
            attributes: { type: 'Ship__c' },
            Name: `Ship ${2000 + i}`,
          })),
        },
        status: 200,
      },
      {
        ...query('SELECT Name FROM Ship__c ORDER BY Name', {}),
        headers: { 'sforce-query-options': 'batchSize=200' },
        contains: {
          totalSize: 250,
          done: false,
          nextRecordsUrl: /^\/services\/data\/v60\.0\/query\/\w{15,18}-200$/,
        },
        keep: { next: 'nextRecordsUrl' },
      },
      {
        call: 'GET {next}',
        status: 200,
        contains: { totalSize: 250, done: true, records: [{ Name: 'Ship 2000' }, ...anyRecords(49)] },
      },
      {
        call: 'GET /query/01gB000003OCxSPIA1-2000',
        status: 400,
        answer: [{ message: 'invalid query locator', errorCode: 'INVALID_QUERY_LOCATOR' }],
      },
    ],
  },
  {
    title: 'leaves deleted records out, unless all are asked for',
    steps: [
      RECORDS,
      { call: 'DELETE /sobjects/Account/{globex}', status: 204 },
      query('SELECT Name FROM Account', { contains: { totalSize: 1, records: [{ Name: 'Acme' }] } }),
      query(
        'SELECT Name, IsDeleted FROM Account ORDER BY Name',
        { contains: { totalSize: 2, records: [{}, { Name: 'Globex', IsDeleted: true }] } },
        'queryAll',
      ),
    ],
  },
  {
    title: 'says what is wrong with a query, and where',
    steps: [
      query('select count() from XYZZY', {
        status: 400,
        answer: [
          {
            message: `\nselect count() from XYZZY\n                    ^\nERROR at Row:1:Column:21\n${NOT_SUPPORTED}`,
            errorCode: 'INVALID_TYPE',
          },
        ],
      }),
      query('SELECT Bacon__c FROM Account LIMIT 2', {
        status: 400,
        answer: [
          {
            message:
              "\nSELECT Bacon__c FROM Account LIMIT 2\n       ^\nERROR at Row:1:Column:8\nNo such column 'Bacon__c' on entity 'Account'. " +
              "If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference " +
              'your WSDL or the describe call for the appropriate names.',
            errorCode: 'INVALID_FIELD',
          },
        ],
      }),
      query('SELECT Id, Id FROM Account', {
        status: 400,
        contains: [{ message: /duplicate field selected: Id/, errorCode: 'INVALID_FIELD' }],
      }),
      query('SELECT FROM Account', { status: 400, contains: [{ errorCode: 'MALFORMED_QUERY' }] }),
      query("SELECT Id FROM Account WHERE Id = 'nothing'", {
        status: 400,
        contains: [{ message: /\ninvalid ID field: nothing$/, errorCode: 'INVALID_QUERY_FILTER_OPERATOR' }],
      }),
      query('SELECT FIELDS(ALL) FROM Account', {
        status: 400,
        answer: [
          {
            message: 'The SOQL FIELDS function must have a LIMIT of at most 200',
            errorCode: 'MALFORMED_QUERY',
          },
        ],
      }),
      query('SELECT Id FROM Account OFFSET 2001', {
        status: 400,
        contains: [
          { message: /Maximum SOQL offset allowed is 2000/, errorCode: 'NUMBER_OUTSIDE_VALID_RANGE' },
        ],
      }),
    ],
  },
  {
    title: 'takes texts for texts, whatever they look like',
    steps: [
      { call: 'POST /sobjects/Account', body: { Name: `O'Hara "; DROP TABLE Account; --` }, status: 201 },
      query(`SELECT Name FROM Account WHERE Name = 'O\\'Hara "; DROP TABLE Account; --'`, {
        contains: { totalSize: 1, records: [{ Name: `O'Hara "; DROP TABLE Account; --` }] },
      }),
      query(`SELECT Name FROM Account WHERE Name LIKE '%\\%%'`, { contains: { totalSize: 0 } }),
    ],
  },
  {
    title: 'searches',
    steps: [
      RECORDS,
      {
        call: `GET /search?q=${encodeURIComponent('FIND {love*} IN NAME FIELDS RETURNING Contact(FirstName, LastName), Account')}`,
        status: 200,
        answer: {
          searchRecords: [
            {
              attributes: {
                type: 'Contact',
                url: /^\/services\/data\/v60\.0\/sobjects\/Contact\/003\w{15}$/,
              },
              FirstName: 'Ada',
              LastName: 'Lovelace',
            },
          ],
        },
      },
      {
        call: 'GET /parameterizedSearch?q=Globex&sobject=Account&Account.fields=Name',
        status: 200,
        contains: { searchRecords: [{ attributes: { type: 'Account' }, Name: 'Globex' }] },
      },
      {
        call: 'POST /parameterizedSearch',
        body: { q: 'Globex', sobjects: [{ name: 'Account', fields: ['Name'] }] },
        status: 200,
        contains: { searchRecords: [{ Name: 'Globex' }] },
      },
      {
        call: 'POST /parameterizedSearch',
        body: { q: 'Globex', sobjects: [null] },
        status: 400,
        contains: [{ errorCode: 'JSON_PARSER_ERROR' }],
      },
      {
        call: 'GET /search?q=FIND+bar',
        status: 400,
        answer: [
          {
            message: 'No search term found. The search term must be enclosed in braces.',
            errorCode: 'MALFORMED_SEARCH',
          },
        ],
      },
    ],
  },
  {
    title: 'tells its objects and fields to the Tooling API',
    steps: [
      {
        call: `GET /tooling/query?q=${encodeURIComponent("SELECT QualifiedApiName, KeyPrefix FROM EntityDefinition WHERE QualifiedApiName = 'Ship__c'")}`,
        status: 200,
        contains: {
          size: 1,
          totalSize: 1,
          done: true,
          queryLocator: null,
          entityTypeName: 'EntityDefinition',
          records: [
            { attributes: { type: 'EntityDefinition' }, QualifiedApiName: 'Ship__c', KeyPrefix: 'a00' },
          ],
        },
      },
      {
        call: `GET /tooling/query?q=${encodeURIComponent("SELECT QualifiedApiName, DataType FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = 'Ship__c' AND QualifiedApiName = 'Code__c'")}`,
        status: 200,
        contains: { totalSize: 1, records: [{ QualifiedApiName: 'Code__c', DataType: /^Text\(20\)/ }] },
      },
    ],
  },
];

conformanceSuite('queries', CASES);
