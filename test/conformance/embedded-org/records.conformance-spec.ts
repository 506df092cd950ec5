import type {
  ConformanceCase,
  ConformanceStep,
} from '../../support/conformance/conformance-case.interface.js';
import { conformanceSuite } from '../../support/conformance/conformance-suite.js';

const NOT_FOUND = [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }];

const created = (sobject: string, body: object, name: string): ConformanceStep => ({
  call: `POST /sobjects/${sobject}`,
  body,
  status: 201,
  keep: { [name]: 'id' },
});

const refused = (
  sobject: string,
  body: object,
  errorCode: string,
  message: string | RegExp,
  fields: readonly string[] | undefined = undefined,
): ConformanceStep => ({
  call: `POST /sobjects/${sobject}`,
  body,
  status: 400,
  answer: [{ message, errorCode, ...(fields && { fields }) }],
});

const CASES: readonly ConformanceCase[] = [
  {
    title: 'a record is created, read, changed and deleted',
    steps: [
      {
        call: 'POST /sobjects/Account',
        body: { Name: 'Acme', AnnualRevenue: 1250 },
        status: 201,
        answerHeaders: { location: /^\/services\/data\/v60\.0\/sobjects\/Account\/001\w{15}$/ },
        answer: { id: /^001\w{15}$/, success: true, errors: [] },
        keep: { account: 'id' },
      },
      {
        call: 'GET /sobjects/Account/{account}?fields=Name,AnnualRevenue,CreatedDate,IsDeleted,Phone',
        status: 200,
        answer: {
          attributes: { type: 'Account', url: '/services/data/v60.0/sobjects/Account/{account}' },
          Name: 'Acme',
          AnnualRevenue: 1250,
          CreatedDate: '2026-01-31T10:00:00.000+0000',
          IsDeleted: false,
          Phone: null,
        },
      },
      {
        call: 'PATCH /sobjects/Account/{account}',
        body: { Name: 'Acme Inc.' },
        status: 204,
        answer: '',
        answerHeaders: { 'content-type': null },
      },
      { call: 'GET /sobjects/Account/{account}', status: 200, contains: { Name: 'Acme Inc.' } },
      { call: 'DELETE /sobjects/Account/{account}', status: 204, answer: '' },
      {
        call: 'GET /sobjects/Account/{account}',
        status: 404,
        contains: [{ errorCode: /^(?:NOT_FOUND|ENTITY_IS_DELETED)$/ }],
      },
      {
        call: 'DELETE /sobjects/Account/{account}',
        status: 404,
        answer: [{ message: 'entity is deleted', errorCode: 'ENTITY_IS_DELETED', fields: [] }],
      },
    ],
  },
  {
    title: 'a record is refused in the words of the platform',
    steps: [
      refused('Account', {}, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [Name]', ['Name']),
      refused(
        'Account',
        { Name: 'x', Nmae: 'y' },
        'INVALID_FIELD',
        "No such column 'Nmae' on sobject of type Account",
      ),
      refused(
        'Contact',
        { LastName: 'x', Email: '123' },
        'INVALID_EMAIL_ADDRESS',
        'Email: invalid email address: 123',
        ['Email'],
      ),
      refused(
        'Ship__c',
        { Code__c: 'x'.repeat(21) },
        'STRING_TOO_LONG',
        'Code: data value too large: xxxxxxxxxxxxxxxxxxxxx (max length=20)',
        ['Code__c'],
      ),
      refused(
        'Account',
        { Name: 'x', IsDeleted: true },
        'INVALID_FIELD_FOR_INSERT_UPDATE',
        'Unable to create/update fields: IsDeleted. Please check the security settings of this field and verify that it is read/write for your profile or permission set.',
        ['IsDeleted'],
      ),
      refused(
        'Account',
        { Name: 'x', AnnualRevenue: 'much' },
        'JSON_PARSER_ERROR',
        /^Cannot deserialize instance of currency from VALUE_STRING value much or request may be missing a required field at \[line:/,
      ),
      refused(
        'Account',
        { Id: '001000000000001', Name: 'x' },
        'INVALID_FIELD',
        /^The Id field should not be specified in the sobject data\.$/,
      ),
      { call: 'POST /sobjects/Whizbang', body: {}, status: 404, answer: NOT_FOUND },
      { call: 'GET /sobjects/Account/001000000000001AAA', status: 404, answer: NOT_FOUND },
      {
        call: 'PATCH /sobjects/Account/001000000000001AAA',
        body: { Name: 'x' },
        status: 404,
        contains: [{ errorCode: 'NOT_FOUND' }],
      },
    ],
  },
  {
    title: 'a record is found, made and changed by an external id',
    steps: [
      {
        call: 'PATCH /sobjects/Ship__c/Code__c/E-1',
        body: { Name: 'Endurance' },
        status: 201,
        answer: { id: /^a00\w{15}$/, success: true, errors: [], created: true },
        keep: { ship: 'id' },
      },
      {
        call: 'PATCH /sobjects/Ship__c/Code__c/E-1',
        body: { Name: 'Endurance II' },
        status: 200,
        answer: { id: '{ship}', success: true, errors: [], created: false },
      },
      {
        call: 'GET /sobjects/Ship__c/Code__c/E-1',
        status: 200,
        contains: { Id: '{ship}', Name: 'Endurance II', Code__c: 'E-1' },
      },
      { call: 'GET /sobjects/Ship__c/Code__c/E-9', status: 404, answer: NOT_FOUND },
      {
        call: 'GET /sobjects/Ship__c/Nothing__c/E-1',
        status: 404,
        answer: [
          {
            message: 'Provided external ID field does not exist or is not accessible: Nothing__c',
            errorCode: 'NOT_FOUND',
          },
        ],
      },
      created('Ship__c', { Code__c: 'E-1' }, 'twin'),
      {
        call: 'GET /sobjects/Ship__c/Code__c/E-1',
        status: 300,
        answer: [
          '/services/data/v60.0/sobjects/Ship__c/{ship}',
          '/services/data/v60.0/sobjects/Ship__c/{twin}',
        ],
      },
      { call: 'PATCH /sobjects/Ship__c/Code__c/E-1', body: { Name: 'x' }, status: 300 },
    ],
  },
  {
    title: 'records are reached by way of others',
    steps: [
      created('Account', { Name: 'Acme' }, 'account'),
      created('Contact', { LastName: 'Lovelace', AccountId: '{account}' }, 'contact'),
      {
        call: 'GET /sobjects/Contact/{contact}/Account',
        status: 200,
        contains: { Id: '{account}', Name: 'Acme' },
      },
      {
        call: 'GET /sobjects/Account/{account}/Contacts?fields=LastName',
        status: 200,
        contains: { totalSize: 1, done: true, records: [{ LastName: 'Lovelace' }] },
      },
    ],
  },
  {
    title: 'tells what was changed and deleted',
    steps: [
      created('Account', { Name: 'Acme' }, 'account'),
      created('Account', { Name: 'Globex' }, 'other'),
      { call: 'DELETE /sobjects/Account/{other}', status: 204 },
      {
        call: 'GET /sobjects/Account/updated/?start=2026-01-31T00:00:00%2B00:00&end=2026-01-31T23:00:00%2B00:00',
        status: 200,
        answer: { ids: ['{account}'], latestDateCovered: /^2026-01-31T\d\d:\d\d:00\.000\+0000$/ },
      },
      {
        call: 'GET /sobjects/Account/deleted/?start=2026-01-31T00:00:00%2B00:00&end=2026-01-31T23:00:00%2B00:00',
        status: 200,
        answer: {
          deletedRecords: [{ id: '{other}', deletedDate: '2026-01-31T10:00:00.000+0000' }],
          earliestDateAvailable: /^\d{4}-\d\d-\d\dT\d\d:\d\d:00\.000\+0000$/,
          latestDateCovered: /^2026-01-31T\d\d:\d\d:00\.000\+0000$/,
        },
      },
    ],
  },
  {
    title: 'takes and gives files',
    steps: [
      created('Account', { Name: 'Acme' }, 'account'),
      created(
        'Attachment',
        { Name: 'note.txt', ContentType: 'text/plain', ParentId: '{account}', Body: 'aGVsbG8=' },
        'attachment',
      ),
      {
        call: 'GET /sobjects/Attachment/{attachment}/Body',
        status: 200,
        answerHeaders: { 'content-type': /^(?:text\/plain|application\/octet-stream)/ },
        answer: 'hello',
      },
      {
        call: 'POST /sobjects/ContentVersion',
        headers: { 'content-type': 'multipart/form-data; boundary="part"' },
        body:
          '--part\r\nContent-Disposition: form-data; name="entity_content"\r\nContent-Type: application/json\r\n\r\n' +
          '{"PathOnClient":"a.txt"}\r\n--part\r\nContent-Disposition: form-data; name="VersionData"; filename="a.txt"\r\n' +
          'Content-Type: application/octet-stream\r\n\r\nsome bytes\r\n--part--\r\n',
        status: 201,
        answer: { id: /^068\w{15}$/, success: true, errors: [] },
        keep: { version: 'id' },
      },
      { call: 'GET /sobjects/ContentVersion/{version}/VersionData', status: 200, answer: 'some bytes' },
    ],
  },
];

conformanceSuite('records', CASES);
