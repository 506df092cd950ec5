import type { HttpMethod } from '../../../lib/transport/transport.interface.js';

/** A call of the embedded org; `{account}` and the like stand for ids of the org's records. */
export interface FuzzCall {
  readonly method: HttpMethod;
  /** Whole, from `/services` on. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

const DATA = '/services/data/v60.0';
const JSON_TYPE = 'application/json';
const FORM = 'application/x-www-form-urlencoded';
const XML = 'application/xml';

/** @param target method and path below the data root, unless it is a whole one */
function call(target: string, body?: unknown, contentType: string = JSON_TYPE): FuzzCall {
  const [method, path = ''] = target.split(/ (.*)/s) as [HttpMethod, string];
  return {
    method,
    path: /^\/(?:services|id|cometd|\.well-known)\//.test(path) ? path : DATA + path,
    headers: body === undefined ? {} : { 'content-type': contentType },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  };
}

const query = (soql: string): string => `?q=${encodeURIComponent(soql)}`;
const contact = {
  LastName: 'Lovelace',
  Email: 'ada@example.com',
  AccountId: '{account}',
  Birthdate: '1990-12-10',
};
const typed = (type: string, values: object): object => ({ attributes: { type }, ...values });

const RECORDS: readonly FuzzCall[] = [
  call('GET /sobjects'),
  call('GET /sobjects/Account'),
  call('GET /sobjects/Account/describe'),
  call('POST /sobjects/Contact', contact),
  call('POST /sobjects/Opportunity', {
    Name: 'Deal',
    StageName: 'Prospecting',
    CloseDate: '2026-06-30',
    Amount: 12.5,
  }),
  call('POST /sobjects/Ship__c', {
    Name: 'Endurance',
    Code__c: 'E-1',
    Crew__c: 28,
    Flagship__r: { Code__c: 'E-0' },
  }),
  call('GET /sobjects/Account/{account}'),
  call('GET /sobjects/Contact/{contact}?fields=Id,Name,AccountId'),
  call('PATCH /sobjects/Account/{account}', { Name: 'Renamed', AnnualRevenue: 1e9 }),
  call('DELETE /sobjects/Contact/{contact}'),
  call('GET /sobjects/Ship__c/Code__c/E-0'),
  call('PATCH /sobjects/Ship__c/Code__c/E-0', { Crew__c: 3 }),
  call('DELETE /sobjects/Ship__c/Code__c/E-9'),
  call('GET /sobjects/Contact/{contact}/Account'),
  call('PATCH /sobjects/Contact/{contact}/Account', { Name: 'Through the contact' }),
  call('GET /sobjects/Account/{account}/Contacts?fields=Id,Name'),
  call('GET /sobjects/Account/updated?start=2026-01-30T00:00:00%2B00:00&end=2026-01-31T00:00:00%2B00:00'),
  call('GET /sobjects/Account/deleted?start=2026-01-30T00:00:00%2B00:00&end=2026-01-31T00:00:00%2B00:00'),
  call('GET /sobjects/Attachment/{attachment}/Body'),
  call('POST /sobjects/Attachment', { Name: 'a.txt', ParentId: '{account}', Body: 'aGVsbG8=' }),
  call('POST /sobjects/ContentVersion', { Title: 'File', PathOnClient: 'a.txt', VersionData: 'aGVsbG8=' }),
  call('GET /sobjects/Account/describe/layouts'),
  call('GET /sobjects/Account/describe/compactLayouts'),
  call('GET /sobjects/Account/listviews'),
  call('GET /sobjects/Account/listviews/recent'),
  call('GET /sobjects/Account/quickActions'),
  call('GET /sobjects/Account/defaultValues?recordTypeId=x'),
  call('POST /sobjects/User/{user}/password', { NewPassword: 'a new password 1' }),
  call('GET /recent?limit=3'),
  call('GET /limits'),
  call('GET /limits/recordCount?sObjects=Account,Contact'),
  call('GET /tabs'),
  call('GET /theme'),
  call('GET /appMenu/AppSwitcher'),
  call('GET /actions/standard'),
  call('POST /actions/standard/emailSimple', { inputs: [{ emailAddresses: 'a@b.example' }] }),
  call('GET /process/rules'),
  call('GET /ui-api/object-info/Account'),
  call('GET /ui-api/object-info/Account/picklist-values/012000000000000AAA'),
];

const COMPOSITES: readonly FuzzCall[] = [
  call('POST /composite', {
    allOrNone: true,
    compositeRequest: [
      {
        method: 'POST',
        url: `${DATA}/sobjects/Account`,
        referenceId: 'one',
        body: { Name: 'Composite' },
        httpHeaders: { 'If-Modified-Since': 'Tue, 01 Jan 2026 00:00:00 GMT' },
      },
      {
        method: 'POST',
        url: `${DATA}/sobjects/Contact`,
        referenceId: 'two',
        body: { LastName: 'Composite', AccountId: '@{one.id}' },
      },
      {
        method: 'GET',
        url: `${DATA}/query/?q=SELECT+Id+FROM+Contact+WHERE+Id='@{two.id}'`,
        referenceId: 'three',
      },
    ],
  }),
  call('POST /composite/batch', {
    haltOnError: true,
    batchRequests: [
      { method: 'GET', url: 'v60.0/limits' },
      { method: 'PATCH', url: 'v60.0/sobjects/Account/{account}', richInput: { Name: 'Batch' } },
    ],
  }),
  call('POST /composite/graph', {
    graphs: [
      {
        graphId: 'g',
        compositeRequest: [
          { method: 'POST', url: `${DATA}/sobjects/Account`, referenceId: 'a', body: { Name: 'Graph' } },
        ],
      },
    ],
  }),
  call('POST /composite/tree/Account', {
    records: [
      {
        attributes: { type: 'Account', referenceId: 'a' },
        Name: 'Tree',
        Contacts: { records: [{ attributes: { type: 'Contact', referenceId: 'c' }, LastName: 'Leaf' }] },
      },
    ],
  }),
  call('POST /composite/sobjects', {
    allOrNone: false,
    records: [
      typed('Account', { Name: 'One' }),
      typed('Contact', { LastName: 'Two', AccountId: '{account}' }),
    ],
  }),
  call('PATCH /composite/sobjects', { records: [typed('Account', { id: '{account}', Name: 'Patched' })] }),
  call('PATCH /composite/sobjects/Ship__c/Code__c', {
    records: [typed('Ship__c', { Code__c: 'E-0', Name: 'Upserted' })],
  }),
  call('POST /composite/sobjects/Account', { ids: ['{account}'], fields: ['Id', 'Name'] }),
  call('GET /composite/sobjects/Account?ids={account}&fields=Id,Name'),
  call('DELETE /composite/sobjects?ids={contact}&allOrNone=false'),
];

const QUERIES: readonly FuzzCall[] = [
  call(
    `GET /query${query("SELECT Id, Name, Account.Name FROM Contact WHERE Name LIKE 'A%' ORDER BY Name LIMIT 5")}`,
  ),
  call(`GET /query${query('SELECT Name, (SELECT LastName FROM Contacts) FROM Account')}`),
  call(
    `GET /query${query('SELECT COUNT(Id) n, Industry FROM Account GROUP BY Industry HAVING COUNT(Id) > 0')}`,
  ),
  call(
    `GET /queryAll${query('SELECT Id FROM Opportunity WHERE CloseDate = LAST_N_DAYS:30 AND Amount > 5 ALL ROWS')}`,
  ),
  call(`GET /query?explain=${encodeURIComponent('SELECT Id FROM Account')}`),
  call('GET /query/01gB000003OCxSPIA1-2000'),
  call(
    `GET /search${query('FIND {Acme OR Ad*} IN ALL FIELDS RETURNING Account(Id, Name WHERE Name != null), Contact')}`,
  ),
  call('GET /parameterizedSearch?q=Acme&sobject=Account&Account.fields=id,name&Account.limit=3'),
  call('POST /parameterizedSearch', { q: 'Acme', sobjects: [{ name: 'Account', fields: ['Id'], limit: 2 }] }),
  call('GET /search/suggestions?q=Acm&sobject=Account'),
  call(`GET /tooling/query${query("SELECT QualifiedApiName FROM EntityDefinition WHERE KeyPrefix = '001'")}`),
  call('GET /tooling/sobjects/CustomField/describe'),
  call('GET /tooling/executeAnonymous?anonymousBody=x'),
];

const LOGINS: readonly FuzzCall[] = [
  call(
    'POST /services/oauth2/token',
    'grant_type=password&client_id=a&client_secret=b&username=admin%40example.com&password=wrong',
    FORM,
  ),
  call('POST /services/oauth2/token', 'grant_type=refresh_token&client_id=a&refresh_token=5Aep', FORM),
  call(
    'POST /services/oauth2/token',
    'grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=a.b.c',
    FORM,
  ),
  call(
    'POST /services/oauth2/token',
    'grant_type=authorization_code&code=aPrx&client_id=a&redirect_uri=x',
    FORM,
  ),
  call('POST /services/oauth2/introspect', 'token=00D&client_id=a&client_secret=b', FORM),
  call('POST /services/oauth2/revoke', 'token=00D', FORM),
  call(
    'GET /services/oauth2/authorize?response_type=code&client_id=a&redirect_uri=https://app.example/cb&state=s',
  ),
  call('GET /services/oauth2/userinfo'),
  call('GET /id/{organization}/{user}'),
  call('GET /.well-known/openid-configuration'),
  call(
    'POST /services/Soap/u/60.0',
    '<?xml version="1.0"?><env:Envelope xmlns:env="http://schemas.xmlsoap.org/soap/envelope/"><env:Body>' +
      '<n1:login xmlns:n1="urn:partner.soap.sforce.com"><n1:username>a</n1:username><n1:password>b</n1:password></n1:login>' +
      '</env:Body></env:Envelope>',
    'text/xml',
  ),
];

const JOB = '<jobInfo xmlns="http://www.force.com/2009/06/asyncapi/dataload">';

const BULK: readonly FuzzCall[] = [
  call('POST /jobs/ingest', { object: 'Contact', operation: 'insert', contentType: 'CSV', lineEnding: 'LF' }),
  call('GET /jobs/ingest/{ingestJob}'),
  call(
    'PUT /jobs/ingest/{ingestJob}/batches',
    'LastName,Email\nBulk,b@example.com\n"Qu""oted",\n',
    'text/csv',
  ),
  call('PATCH /jobs/ingest/{ingestJob}', { state: 'UploadComplete' }),
  call('GET /jobs/ingest/{ingestJob}/failedResults'),
  call('POST /jobs/query', { operation: 'query', query: 'SELECT Id, Name FROM Account' }),
  call('GET /jobs/query?jobType=V2Query&concurrencyMode=parallel'),
  call('GET /jobs/query/{queryJob}/results?maxRecords=2&locator=x'),
  call(
    'POST /services/async/60.0/job',
    `${JOB}<operation>insert</operation><object>Contact</object><contentType>CSV</contentType></jobInfo>`,
    XML,
  ),
  call('POST /services/async/60.0/job/{classicJob}/batch', 'LastName\nClassic\n', 'text/csv'),
  call('POST /services/async/60.0/job/{classicJob}', `${JOB}<state>Closed</state></jobInfo>`, XML),
  call('GET /services/async/60.0/job/{classicJob}/batch'),
];

const FORMATS: readonly FuzzCall[] = [
  call('GET /sobjects/Account/{account}.xml'),
  call('POST /sobjects/Account', '<Account><Name>Written in XML</Name></Account>', XML),
  call(
    'POST /sobjects/ContentVersion',
    '--part\r\nContent-Disposition: form-data; name="entity_content"\r\nContent-Type: application/json\r\n\r\n' +
      '{"PathOnClient":"a.txt"}\r\n--part\r\nContent-Disposition: form-data; name="VersionData"; filename="a.txt"\r\n' +
      'Content-Type: application/octet-stream\r\n\r\nsome bytes\r\n--part--\r\n',
    'multipart/form-data; boundary="part"',
  ),
];

/** A call of every kind that the org answers. */
export const VALID_CALLS: readonly FuzzCall[] = [
  ...RECORDS,
  ...COMPOSITES,
  ...QUERIES,
  ...LOGINS,
  ...BULK,
  ...FORMATS,
];
