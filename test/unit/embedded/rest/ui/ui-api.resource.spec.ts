import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { orgObject } from '../../../../fixtures/field-pair.js';
import { OrgClient } from '../../../../support/org-client.js';

const MASTER = '012000000000000AAA';

const value = (text: string, validFor?: string) => ({ value: text, label: text, validFor });

describe('user interface API resources', () => {
  let client: OrgClient;

  beforeEach(async () => {
    client = await OrgClient.open();
  });
  afterEach(() => client.close());

  it('describe an object as recorded', async () => {
    const { status, body } = await client.get<{
      fields: Readonly<Record<string, unknown>>;
      childRelationships: unknown;
    }>('/ui-api/object-info/account');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      apiName: 'Account',
      createable: true,
      custom: false,
      defaultRecordTypeId: MASTER,
      keyPrefix: '001',
      label: 'Account',
      labelPlural: 'Accounts',
      nameFields: ['Name'],
      recordTypeInfos: {
        [MASTER]: {
          available: true,
          defaultRecordTypeMapping: true,
          master: true,
          name: 'Master',
          recordTypeId: MASTER,
        },
      },
      themeInfo: { color: '7F8DE1' },
    });
    expect(body.childRelationships).toContainEqual({
      childObjectApiName: 'Account',
      fieldName: 'ParentId',
      junctionIdListNames: [],
      junctionReferenceTo: [],
      relationshipName: 'ChildAccounts',
    });
    expect(body.fields['BillingCity']).toMatchObject({
      apiName: 'BillingCity',
      compound: false,
      compoundComponentName: 'City',
      compoundFieldName: 'BillingAddress',
      dataType: 'String',
      label: 'Billing City',
      length: 40,
      reference: false,
      required: false,
    });
    expect(body.fields['OwnerId']).toMatchObject({
      dataType: 'Reference',
      reference: true,
      referenceToInfos: [{ apiName: 'User', nameFields: ['FirstName', 'LastName', 'Name'] }],
      relationshipName: 'Owner',
      required: true,
    });
    expect(body.fields['AnnualRevenue']).toMatchObject({ dataType: 'Currency', precision: 18, scale: 0 });
    expect(body.fields['Id']).toMatchObject({ dataType: 'String', required: true, updateable: false });
  });

  it('describe several objects', async () => {
    const { body } = await client.get('/ui-api/object-info/batch/Account,Whizbang');
    expect(body).toMatchObject({
      results: [{ statusCode: 200, result: { apiName: 'Account' } }, { statusCode: 404 }],
    });
  });

  it('list the objects', async () => {
    const { body } = await client.get<{ objects: Readonly<Record<string, unknown>> }>('/ui-api/object-info');
    expect(body.objects['Contact']).toMatchObject({
      apiName: 'Contact',
      objectInfoUrl: '/services/data/v67.0/ui-api/object-info/Contact',
    });
  });

  it('give the values of picklists as recorded', async () => {
    const url = `/services/data/v67.0/ui-api/object-info/Account/picklist-values/${MASTER}`;
    const one = await client.get(`${url}/Type`);
    expect(one.body).toEqual({
      controllerValues: {},
      defaultValue: null,
      eTag: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown,
      url: `${url}/Type`,
      values: [
        'Prospect',
        'Customer - Direct',
        'Customer - Channel',
        'Channel Partner / Reseller',
        'Installation Partner',
        'Technology Partner',
        'Other',
      ].map((value) => ({ attributes: null, label: value, validFor: [], value })),
    });
    const { body } = await client.get<{ picklistFieldValues: Readonly<Record<string, unknown>> }>(url);
    expect(body.picklistFieldValues['Type']).toEqual(one.body);
  });

  it('give the values of dependent picklists with the places of the controlling ones', async () => {
    const own = { label: 'Own', custom: true, nillable: true, createable: true, updateable: true } as const;
    client.org.define([
      orgObject({
        fields: [
          { ...own, name: 'Rig__c', type: 'picklist', picklistValues: [value('Sloop'), value('Ketch')] },
          { ...own, name: 'Afloat__c', type: 'boolean', nillable: false },
          {
            ...own,
            name: 'Sail__c',
            type: 'picklist',
            controllerName: 'Rig__c',
            dependentPicklist: true,
            picklistValues: [value('Jib', 'wAAA'), value('Mizzen', 'QAAA')],
          },
          {
            ...own,
            name: 'Berth__c',
            type: 'picklist',
            controllerName: 'Afloat__c',
            dependentPicklist: true,
            picklistValues: [value('Quay', 'QAAA')],
          },
        ],
      }),
    ]);
    const url = `/ui-api/object-info/Boat__c/picklist-values/${MASTER}`;
    expect((await client.get(`${url}/Sail__c`)).body).toMatchObject({
      controllerValues: { Sloop: 0, Ketch: 1 },
      values: [
        { value: 'Jib', validFor: [0, 1] },
        { value: 'Mizzen', validFor: [1] },
      ],
    });
    expect((await client.get(`${url}/Berth__c`)).body).toMatchObject({
      controllerValues: { false: 0, true: 1 },
      values: [{ value: 'Quay', validFor: [1] }],
    });
  });

  it.each([
    ['/ui-api/object-info/Whizbang', 400],
    [`/ui-api/object-info/Account/picklist-values/012000000000001AAA`, 404],
    [`/ui-api/object-info/Account/picklist-values/${MASTER}/Name`, 404],
    ['/ui-api/records/001000000000001', 404],
    ['/services/data/v40.0/ui-api/object-info/Account', 404],
  ])('refuse %s', async (path, status) => {
    expect((await client.get(path)).status).toBe(status);
  });
});

describe('tab resources', () => {
  it('list tabs, colours and menus', async () => {
    const client = await OrgClient.open();
    const tabs = await client.get<readonly Readonly<Record<string, unknown>>[]>('/tabs');
    expect(tabs.body[0]).toMatchObject({
      custom: false,
      label: 'Accounts',
      name: 'standard-Account',
      sobjectName: 'Account',
      url: 'https://embedded-org.invalid/001/o',
    });
    expect((await client.get('/theme')).body).toMatchObject({
      themeItems: expect.arrayContaining([
        { colors: [{ color: '7F8DE1', context: 'primary', theme: 'theme4' }], icons: [], name: 'Account' },
      ]) as unknown,
    });
    expect((await client.get('/appMenu')).body).toMatchObject({
      AppSwitcher: '/services/data/v67.0/appMenu/AppSwitcher',
    });
    expect((await client.get('/appMenu/AppSwitcher')).body).toEqual({ appMenuItems: [] });
    await client.close();
  });
});
