import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../../support/org-client.js';

interface Layout {
  readonly id: string;
  readonly detailLayoutSections: readonly {
    readonly heading: string;
    readonly layoutRows: readonly { readonly numItems: number; readonly layoutItems: readonly Item[] }[];
  }[];
}
interface Item {
  readonly label: string;
  readonly required: boolean;
  readonly editableForNew: boolean;
  readonly layoutComponents: readonly {
    readonly value: string;
    readonly type: string;
    readonly details: Readonly<Record<string, unknown>>;
    readonly components: readonly { readonly value: string }[];
  }[];
}

const MASTER = '012000000000000AAA';

describe('layout resources', () => {
  let client: OrgClient;

  beforeEach(async () => {
    client = await OrgClient.open();
  });
  afterEach(() => client.close());

  it('lay an object out, with its record types', async () => {
    const { status, body } = await client.get<{
      layouts: readonly Layout[];
      recordTypeMappings: readonly Readonly<Record<string, unknown>>[];
      recordTypeSelectorRequired: readonly boolean[];
    }>('/sobjects/Contact/describe/layouts');
    expect(status).toBe(200);
    const [layout] = body.layouts;
    expect(layout?.id).toMatch(/^00h\w{15}$/);
    expect(body.recordTypeMappings).toMatchObject([
      {
        available: true,
        defaultRecordTypeMapping: true,
        layoutId: layout?.id,
        name: 'Master',
        recordTypeId: MASTER,
        urls: { layout: `/services/data/v67.0/sobjects/Contact/describe/layouts/${MASTER}` },
      },
    ]);
    expect(body.recordTypeSelectorRequired).toEqual([false]);
    const items = layout!.detailLayoutSections[0]!.layoutRows.flatMap(({ layoutItems }) => layoutItems);
    const name = items.find(({ label }) => label === 'Full Name');
    expect(name?.layoutComponents[0]?.components.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['Salutation', 'FirstName', 'LastName']),
    );
    expect(items.find(({ label }) => label === 'Email')).toMatchObject({
      editableForNew: true,
      required: false,
      layoutComponents: [{ type: 'Field', value: 'Email', details: { type: 'email' } }],
    });
    expect(items.map(({ label }) => label)).not.toContain('Last Name');
    expect(layout!.detailLayoutSections[1]?.heading).toBe('System Information');
  });

  it('list the values of picklists by record type', async () => {
    const { body } = await client.get<{
      recordTypeMappings: readonly {
        readonly picklistsForRecordType: readonly {
          readonly picklistName: string;
          readonly picklistValues: readonly { readonly value: string }[];
        }[];
      }[];
    }>('/sobjects/Case/describe/layouts');
    const picklists = body.recordTypeMappings[0]!.picklistsForRecordType;
    expect(picklists.find(({ picklistName }) => picklistName === 'Status')?.picklistValues).toMatchObject([
      { value: 'New' },
      { value: 'Working' },
      { value: 'Escalated' },
      { value: 'Closed' },
    ]);
  });

  it('lay a record type out', async () => {
    const { status, body } = await client.get<Layout>(`/sobjects/Account/describe/layouts/${MASTER}`);
    expect(status).toBe(200);
    expect(body.detailLayoutSections[0]?.heading).toBe('Account Information');
    expect(await client.get('/sobjects/Account/describe/layouts/012000000000001AAA')).toMatchObject({
      status: 404,
      body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
    });
  });

  it('lay records out in short', async () => {
    const { body } = await client.get('/sobjects/Account/describe/compactLayouts');
    const item = {
      editableForNew: true,
      editableForUpdate: true,
      label: 'Account Name',
      placeholder: false,
      required: true,
    };
    expect(body).toMatchObject({
      compactLayouts: [
        { fieldItems: [item], id: null, label: 'System Default', name: 'SYSTEM', objectType: 'Account' },
      ],
      defaultCompactLayoutId: null,
      recordTypeCompactLayoutMappings: [
        { available: true, compactLayoutId: null, compactLayoutName: 'SYSTEM', recordTypeId: MASTER },
      ],
      urls: { primary: '/services/data/v67.0/sobjects/Account/describe/compactLayouts/primary' },
    });
  });

  it('lay several objects out in short', async () => {
    const { body } = await client.get<object>('/compactLayouts?q=Account,contact');
    expect(Object.keys(body)).toEqual(['Account', 'Contact']);
    expect(body).toMatchObject({ Contact: { objectType: 'Contact', name: 'SYSTEM' } });
    expect((await client.get('/compactLayouts?q=Whizbang')).status).toBe(404);
    expect((await client.get('/compactLayouts')).status).toBe(400);
  });

  it('know the one named layout', async () => {
    expect(await client.get('/sobjects/User/describe/namedLayouts/UserAlt')).toMatchObject({
      status: 200,
      body: { layouts: [{ relatedLists: [] }], recordTypeSelectorRequired: [false] },
    });
  });

  it('know no approvals and no other named layouts', async () => {
    expect((await client.get('/sobjects/Account/describe/approvalLayouts')).body).toEqual({
      approvalLayouts: [],
    });
    expect((await client.get('/sobjects/User/describe/namedLayouts/Other')).status).toBe(404);
  });

  it.each(['RecordType', 'Whizbang'])('have nothing of %s', async (sobject) => {
    expect((await client.get(`/sobjects/${sobject}/describe/layouts`)).status).toBe(404);
  });
});
