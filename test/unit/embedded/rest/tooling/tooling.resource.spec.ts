import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DescribeSObjectResult } from '../../../../../lib/protocol/describe.interface.js';
import { OrgClient } from '../../../../support/org-client.js';

interface ToolingReply {
  readonly size: number;
  readonly totalSize: number;
  readonly done: boolean;
  readonly queryLocator: null;
  readonly entityTypeName: string | null;
  readonly records: readonly Readonly<Record<string, unknown>>[];
}

describe('tooling resources', () => {
  let client: OrgClient;

  beforeEach(async () => {
    client = await OrgClient.open({
      definitions: [
        {
          name: 'Invoice__c',
          label: 'Invoice',
          labelPlural: 'Invoices',
          keyPrefix: null,
          custom: true,
          createable: true,
          updateable: true,
          deletable: true,
          queryable: true,
          fields: [
            {
              name: 'Amount__c',
              label: 'Amount',
              type: 'currency',
              precision: 18,
              scale: 2,
              custom: true,
              createable: true,
              updateable: true,
              nillable: true,
            },
          ],
        },
      ],
    });
  });
  afterEach(() => client.close());

  const query = async (soql: string): Promise<ToolingReply> => {
    const { body } = await client.get<ToolingReply>(`/tooling/query?q=${encodeURIComponent(soql)}`);
    return body;
  };

  it('answer a query of objects', async () => {
    const reply = await query(
      "SELECT QualifiedApiName, DurableId, Label, PluralLabel, KeyPrefix, IsCustomizable FROM EntityDefinition WHERE QualifiedApiName = 'account'",
    );
    expect(reply).toEqual({
      size: 1,
      totalSize: 1,
      done: true,
      queryLocator: null,
      entityTypeName: 'EntityDefinition',
      records: [
        {
          attributes: {
            type: 'EntityDefinition',
            url: '/services/data/v67.0/tooling/sobjects/EntityDefinition/Account',
          },
          QualifiedApiName: 'Account',
          DurableId: 'Account',
          Label: 'Account',
          PluralLabel: 'Accounts',
          KeyPrefix: '001',
          IsCustomizable: true,
        },
      ],
    });
  });

  it('say who made an object', async () => {
    const { records } = await query(
      "SELECT QualifiedApiName, Publisher.Name, RecordTypesSupported FROM EntityDefinition WHERE QualifiedApiName IN ('Account', 'Invoice__c') ORDER BY QualifiedApiName",
    );
    expect(records).toMatchObject([
      {
        QualifiedApiName: 'Account',
        Publisher: { Name: 'salesforce.com' },
        RecordTypesSupported: { recordTypeInfos: [] },
      },
      { QualifiedApiName: 'Invoice__c', Publisher: { Name: '<local>' } },
    ]);
  });

  it('answer a query without results', async () => {
    expect(await query('SELECT Id, Name FROM ApexClass')).toEqual({
      size: 0,
      totalSize: 0,
      done: true,
      queryLocator: null,
      entityTypeName: null,
      records: [],
    });
  });

  it('answer a query of the fields of an object', async () => {
    const { records } = await query(
      'SELECT QualifiedApiName, DurableId, DeveloperName, DataType, RelationshipName, ReferenceTo, EntityDefinition.QualifiedApiName ' +
        "FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = 'Contact' AND QualifiedApiName IN ('AccountId', 'Email', 'LastName')" +
        ' ORDER BY QualifiedApiName',
    );
    expect(records).toMatchObject([
      {
        attributes: { url: '/services/data/v67.0/tooling/sobjects/FieldDefinition/Contact.Account' },
        QualifiedApiName: 'AccountId',
        DurableId: 'Contact.Account',
        DeveloperName: 'Account',
        DataType: 'Lookup(Account)',
        RelationshipName: 'Account',
        ReferenceTo: { referenceTo: ['Account'] },
        EntityDefinition: { QualifiedApiName: 'Contact' },
      },
      { QualifiedApiName: 'Email', DataType: 'Email', ReferenceTo: { referenceTo: null } },
      { QualifiedApiName: 'LastName', DataType: 'Text(80)' },
    ]);
  });

  it('answer by the durable id, and by a subquery', async () => {
    const byId = await query("SELECT QualifiedApiName FROM FieldDefinition WHERE DurableId = 'Account.Name'");
    expect(byId.records).toMatchObject([{ QualifiedApiName: 'Name' }]);
    const nested = await query(
      "SELECT QualifiedApiName, (SELECT QualifiedApiName FROM Fields WHERE QualifiedApiName = 'Name') FROM EntityDefinition WHERE QualifiedApiName = 'Account'",
    );
    expect(nested.records).toMatchObject([
      { QualifiedApiName: 'Account', Fields: { totalSize: 1, records: [{ QualifiedApiName: 'Name' }] } },
    ]);
  });

  it('answer queries of particles, of relationships and of picklist values', async () => {
    const particles = await query(
      "SELECT QualifiedApiName, DataType, IsNillable, IsCreatable FROM EntityParticle WHERE EntityDefinitionId = 'Account' AND QualifiedApiName = 'Industry'",
    );
    expect(particles.records).toMatchObject([
      { QualifiedApiName: 'Industry', DataType: 'picklist', IsNillable: true, IsCreatable: true },
    ]);
    const values = await query(
      "SELECT Value, IsDefaultValue FROM PicklistValueInfo WHERE EntityParticleId = 'Case.Priority' ORDER BY DurableId",
    );
    expect(values.records).toMatchObject([
      { Value: 'High', IsDefaultValue: false },
      { Value: 'Medium', IsDefaultValue: true },
      { Value: 'Low', IsDefaultValue: false },
    ]);
    const relationships = await query(
      "SELECT RelationshipName, ChildSobject.QualifiedApiName, Field.QualifiedApiName FROM RelationshipDomain WHERE ParentSobjectId = 'Account' AND ChildSobjectId = 'Contact'",
    );
    expect(relationships.records).toMatchObject([
      {
        RelationshipName: 'Contacts',
        ChildSobject: { QualifiedApiName: 'Contact' },
        Field: { QualifiedApiName: 'AccountId' },
      },
    ]);
    const children = await query(
      "SELECT DurableId, (SELECT ChildSobjectId, IsCascadeDelete FROM ChildRelationships) FROM EntityDefinition WHERE QualifiedApiName = 'OpportunityLineItem'",
    );
    expect(children.records).toMatchObject([{ DurableId: 'OpportunityLineItem' }]);
  });

  it.each([
    ['FieldDefinition', 'EntityDefinitionId,DurableId'],
    ['EntityParticle', 'EntityDefinitionId,FieldDefinitionId,DurableId'],
    ['PicklistValueInfo', 'EntityParticleId,DurableId'],
    ['RelationshipInfo', 'ChildSobjectId,FieldId,DurableId'],
    ['RelationshipDomain', 'FieldId,ChildSobjectId,ParentSobjectId,RelationshipInfoId,DurableId'],
  ])('refuse a query of %s that is not narrowed', async (object, columns) => {
    const refusal = [
      {
        message: `${object}: a filter on a reified column is required [${columns}]`,
        errorCode: 'MALFORMED_QUERY',
      },
    ];
    expect(await query(`SELECT DurableId FROM ${object} WHERE DurableId != null`)).toEqual(refusal);
    expect((await client.get(`/query?q=SELECT+DurableId+FROM+${object}`)).body).toEqual(refusal);
    expect(await query(`SELECT DurableId FROM ${object} WHERE DurableId = 'nothing'`)).toMatchObject({
      size: 0,
    });
  });

  it('answer queries of custom objects and fields', async () => {
    const objects = await query("SELECT Id, DeveloperName FROM CustomObject WHERE DeveloperName = 'Invoice'");
    expect(objects.records).toMatchObject([{ Id: expect.stringMatching(/^01I/), DeveloperName: 'Invoice' }]);
    const { records } = await query(
      "SELECT Id, DeveloperName, TableEnumOrId, Metadata FROM CustomField WHERE EntityDefinition.QualifiedApiName = 'Invoice__c'",
    );
    expect(records).toMatchObject([
      {
        Id: expect.stringMatching(/^00N\w{15}$/),
        DeveloperName: 'Amount',
        TableEnumOrId: (objects.records[0]!['Id'] as string).slice(0, 15),
        Metadata: { label: 'Amount', type: 'Currency', precision: 18, scale: 2 },
      },
    ]);
  });

  it('answer for the same objects in the data API', async () => {
    const rows = await client.query(
      "SELECT QualifiedApiName, DataType FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = 'Invoice__c' AND QualifiedApiName = 'Amount__c'",
    );
    expect(rows).toMatchObject([{ QualifiedApiName: 'Amount__c', DataType: 'Currency(16, 2)' }]);
    expect(await client.query("SELECT Id FROM Contact WHERE LastName = 'from EntityDefinition'")).toEqual([]);
  });

  it('refuse a query that makes no sense', async () => {
    expect(await query('SELECT Nothing FROM EntityDefinition')).toMatchObject([
      { errorCode: 'INVALID_FIELD' },
    ]);
    expect((await client.get('/tooling/query')).body).toMatchObject([{ errorCode: 'MALFORMED_QUERY' }]);
  });

  it('list and describe the objects', async () => {
    const { body } = await client.get<{ sobjects: readonly { name: string; urls: object }[] }>(
      '/tooling/sobjects',
    );
    expect(body.sobjects.find(({ name }) => name === 'CustomField')).toMatchObject({
      keyPrefix: '00N',
      queryable: true,
      urls: { describe: '/services/data/v67.0/tooling/sobjects/CustomField/describe' },
    });
    const described = await client.get<DescribeSObjectResult>('/tooling/sobjects/FieldDefinition/describe');
    expect(described.body).toMatchObject({ name: 'FieldDefinition', keyPrefix: '4fe' });
    expect(described.body.fields.find(({ name }) => name === 'EntityDefinitionId')).toMatchObject({
      referenceTo: ['EntityDefinition'],
      relationshipName: 'EntityDefinition',
    });
    expect((await client.get('/tooling/sobjects/EntityDefinition')).body).toMatchObject({
      objectDescribe: { name: 'EntityDefinition' },
      recentItems: [],
    });
    expect((await client.get('/tooling')).body).toMatchObject({
      query: '/services/data/v67.0/tooling/query',
    });
  });

  it.each(['/tooling/sobjects/Whizbang', '/tooling/sobjects/EntityDefinition/Whizbang', '/tooling/other'])(
    'do not know %s',
    async (path) => {
      expect((await client.get(path)).status).toBe(404);
    },
  );

  it('create custom fields', async () => {
    const { status, body } = await client.post<{ id: string }>('/tooling/sobjects/CustomField', {
      FullName: 'Contact.TestStatus__c',
      Metadata: { label: 'Test Status', type: 'Text', length: 40, externalId: true },
    });
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.stringMatching(/^00N\w{15}$/) as unknown,
      success: true,
      errors: [],
      warnings: [],
      infos: [],
    });
    const described = await client.get<DescribeSObjectResult>('/sobjects/Contact/describe');
    expect(described.body.fields.find(({ name }) => name === 'TestStatus__c')).toMatchObject({
      label: 'Test Status',
      type: 'string',
      length: 40,
      externalId: true,
      custom: true,
    });
    const id = await client.create('Contact', { LastName: 'Doe', TestStatus__c: 'a' });
    expect((await client.get(`/sobjects/Contact/TestStatus__c/a`)).body).toMatchObject({ Id: id });
    expect((await client.get(`/tooling/sobjects/CustomField/${body.id}`)).body).toMatchObject({
      Id: body.id,
      FullName: 'Contact.TestStatus__c',
    });
  });

  it.each([
    ['CustomField', { FullName: 'Contact.Email', Metadata: {} }, 'INVALID_INPUT'],
    ['CustomField', { FullName: 'Whizbang.A__c', Metadata: { type: 'Text' } }, 'INVALID_CROSS_REFERENCE_KEY'],
    ['CustomField', { FullName: 'Contact.A__c', Metadata: { type: 'Nothing' } }, 'INVALID_FIELD'],
    ['CustomField', { FullName: 'Contact.A__c' }, 'REQUIRED_FIELD_MISSING'],
    [
      'CustomField',
      { FullName: 'Invoice__c.Amount__c', Metadata: { type: 'Text' } },
      'DUPLICATE_DEVELOPER_NAME',
    ],
    ['EntityDefinition', {}, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY'],
  ])('refuse to create %s of %j', async (sobject, values, errorCode) => {
    expect(await client.post(`/tooling/sobjects/${sobject}`, values)).toMatchObject({
      status: 400,
      body: [{ errorCode }],
    });
  });

  it('keep debug levels', async () => {
    const made = await client.post<{ id: string }>('/tooling/sobjects/DebugLevel', {
      DeveloperName: 'testing',
      MasterLabel: 'Testing',
      ApexCode: 'ERROR',
    });
    expect(made).toMatchObject({ status: 201, body: { success: true } });
    const path = `/tooling/sobjects/DebugLevel/${made.body.id}`;
    expect((await client.get(path)).body).toMatchObject({
      attributes: { type: 'DebugLevel', url: `/services/data/v67.0${path}` },
      Id: made.body.id,
      ApexCode: 'ERROR',
    });
    expect((await client.patch(path, { ApexCode: 'WARN' })).status).toBe(204);
    expect(
      (await query("SELECT ApexCode FROM DebugLevel WHERE DeveloperName = 'testing'")).records,
    ).toMatchObject([{ ApexCode: 'WARN' }]);
    expect((await client.delete(path)).status).toBe(204);
    expect((await client.get(path)).body).toMatchObject([{ errorCode: 'NOT_FOUND' }]);
    expect((await client.delete(path)).status).toBe(404);
  });

  it('keep static resources, and give their content', async () => {
    const made = await client.post<{ id: string }>('/tooling/sobjects/StaticResource', {
      Name: 'Notes',
      ContentType: 'text/plain',
      Body: Buffer.from('hello').toString('base64'),
    });
    const path = `/tooling/sobjects/StaticResource/${made.body.id}`;
    expect((await client.get(path)).body).toMatchObject({
      Name: 'Notes',
      Body: `/services/data/v67.0${path}/Body`,
    });
    const content = await client.get(`${path}/Body`);
    expect(content.headers['content-type']).toBe('text/plain');
    expect(content.body).toBe('hello');
    expect((await client.get(`${path}/Name`)).status).toBe(404);
  });

  it('take a static resource in parts', async () => {
    const body = [
      '--x',
      'Content-Disposition: form-data; name="entity"',
      'Content-Type: application/json',
      '',
      '{"Name":"Parts","ContentType":"text/plain"}',
      '--x',
      'Content-Disposition: form-data; name="Body"; filename="a.txt"',
      'Content-Type: text/plain',
      '',
      'in parts',
      '--x--',
      '',
    ].join('\r\n');
    const made = await client.call<{ id: string }>('POST', '/tooling/sobjects/StaticResource', {
      body,
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect(made.status).toBe(201);
    expect((await client.get(`/tooling/sobjects/StaticResource/${made.body.id}/Body`)).body).toBe('in parts');
  });

  it.each([
    [{ DeveloperName: 'a' }, 'REQUIRED_FIELD_MISSING'],
    [{ DeveloperName: 'a', MasterLabel: 'A', Nothing: 1 }, 'INVALID_FIELD'],
    [{ DeveloperName: 'a', MasterLabel: 'A', CreatedDate: '2026-01-01' }, 'INVALID_FIELD_FOR_INSERT_UPDATE'],
  ])('refuse the debug level %j', async (values, errorCode) => {
    expect(await client.post('/tooling/sobjects/DebugLevel', values)).toMatchObject({
      status: 400,
      body: [{ errorCode }],
    });
  });

  it('refuse to change metadata', async () => {
    const path = '/tooling/sobjects/EntityDefinition/Account';
    expect((await client.patch(path, { Label: 'B' })).status).toBe(400);
    expect((await client.delete(path)).status).toBe(400);
  });

  it('answer for Apex as an org without any', async () => {
    expect((await client.get('/tooling/executeAnonymous/?anonymousBody=Integer+i%3B')).body).toMatchObject({
      compiled: false,
      success: false,
      exceptionMessage: null,
    });
    expect((await client.get('/tooling/executeAnonymous')).status).toBe(400);
    expect((await client.get('/tooling/completions?type=apex')).body).toEqual({ publicDeclarations: {} });
    expect((await client.get('/tooling/completions?type=other')).status).toBe(400);
    expect((await client.post('/tooling/runTestsSynchronous', { tests: [] })).body).toMatchObject({
      numTestsRun: 0,
      failures: [],
    });
    expect((await client.post('/tooling/runTestsAsynchronous', { classNames: 'A' })).body).toMatch(
      /^707\w{15}$/,
    );
    expect((await client.get('/tooling/search?q=FIND')).body).toEqual({ searchRecords: [] });
  });
});
