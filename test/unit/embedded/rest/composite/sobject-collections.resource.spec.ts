import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../support/org-client.js';

interface Result {
  readonly id: string;
  readonly success: boolean;
}

const ROLLED_BACK = {
  success: false,
  errors: [
    {
      statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      message:
        'Record rolled back because not all records were valid and the request was using AllOrNone header',
      fields: [],
    },
  ],
};
const LAST_NAME_MISSING = {
  success: false,
  errors: [
    {
      statusCode: 'REQUIRED_FIELD_MISSING',
      message: 'Required fields are missing: [LastName]',
      fields: ['LastName'],
    },
  ],
};

const contact = (values: Record<string, unknown>) => ({ attributes: { type: 'Contact' }, ...values });
const account = (values: Record<string, unknown>) => ({ attributes: { type: 'Account' }, ...values });

describe('sObject collections', () => {
  let client: OrgClient;

  beforeEach(async () => {
    client = await OrgClient.open();
  });
  afterEach(() => client.close());

  const URL = '/composite/sobjects';

  describe('create', () => {
    it('saves the valid records and reports the others, in their order', async () => {
      const { status, body } = await client.post<Result[]>(URL, {
        allOrNone: false,
        records: [contact({ LastName: 'Doe' }), contact({ FirstName: 'Jane' }), account({ Name: 'Acme' })],
      });
      expect(status).toBe(200);
      expect(body).toEqual([
        { id: expect.stringMatching(/^003/), success: true, errors: [] },
        LAST_NAME_MISSING,
        { id: expect.stringMatching(/^001/), success: true, errors: [] },
      ]);
      expect(await client.query('SELECT Id FROM Contact')).toMatchObject([{ Id: body[0]?.id }]);
    });

    it('saves all or none', async () => {
      const { status, body } = await client.post(URL, {
        allOrNone: true,
        records: [contact({ FirstName: 'Jane' }), contact({ LastName: 'Doe' })],
      });
      expect(status).toBe(200);
      expect(body).toEqual([LAST_NAME_MISSING, ROLLED_BACK]);
      expect(await client.query('SELECT Id FROM Contact')).toEqual([]);
    });

    it('takes 200 records and no more', async () => {
      const records = Array.from({ length: 201 }, (_, index) => account({ Name: `Account ${index}` }));
      expect(await client.post(URL, { records })).toMatchObject({
        status: 400,
        body: [
          {
            errorCode: 'EXCEEDED_ID_LIMIT',
            message: 'record limit reached. cannot submit more than 200 records into this call',
          },
        ],
      });
      const { body } = await client.post<Result[]>(URL, { records: records.slice(1) });
      expect(body.filter(({ success }) => success)).toHaveLength(200);
    });

    it('takes ten changes from one object to another and no more', async () => {
      const records = Array.from({ length: 11 }, (_, index) =>
        index % 2 === 0 ? account({ Name: 'Acme' }) : contact({ LastName: 'Doe' }),
      );
      expect(await client.post(URL, { records })).toMatchObject({
        status: 400,
        body: [{ errorCode: 'LIMIT_EXCEEDED' }],
      });
      expect((await client.post(URL, { records: records.slice(1) })).status).toBe(200);
    });

    it.each([{}, { records: [] }, { records: 'none' }])('refuses %j', async (body) => {
      expect(await client.post(URL, body)).toMatchObject({
        status: 400,
        body: [{ errorCode: 'REQUIRED_FIELD_MISSING', message: 'At least 1 record is required' }],
      });
    });

    it('reports records of objects that there are not', async () => {
      const { body } = await client.post(URL, {
        records: [{ attributes: { type: 'Acount' }, Name: 'Acme' }, { Name: 'Acme' }],
      });
      expect(body).toMatchObject([
        { success: false, errors: [{ statusCode: 'INVALID_TYPE' }] },
        {
          success: false,
          errors: [
            {
              statusCode: 'JSON_PARSER_ERROR',
              message:
                'Nested object for polymorphic foreign key must have an attributes field before any other fields.',
            },
          ],
        },
      ]);
    });
  });

  describe('update', () => {
    it('saves records by their ids, however the id is spelt', async () => {
      const [one, other] = [
        await client.create('Account', { Name: 'One' }),
        await client.create('Account', { Name: 'Other' }),
      ];
      const records = [account({ id: one, Name: 'First' }), account({ Id: other, Name: 'Second' })];
      expect((await client.patch(URL, { records })).body).toEqual([
        { id: one, success: true, errors: [] },
        { id: other, success: true, errors: [] },
      ]);
      expect(await client.query('SELECT Name FROM Account ORDER BY Name')).toMatchObject([
        { Name: 'First' },
        { Name: 'Second' },
      ]);
    });

    it('reports records without an id, with a wrong one, and with an unknown field', async () => {
      const id = await client.create('Contact', { LastName: 'Doe' });
      const { body } = await client.patch(URL, {
        records: [
          contact({ LastName: 'Roe' }),
          contact({ id: '001RM000003oLrB000', LastName: 'Roe' }),
          contact({ id, unknownField_LastName: 'Roe' }),
        ],
      });
      expect(body).toEqual([
        {
          success: false,
          errors: [
            { statusCode: 'MISSING_ARGUMENT', message: 'Id not specified in an update call', fields: [] },
          ],
        },
        {
          success: false,
          errors: [{ statusCode: 'MALFORMED_ID', message: 'malformed id 001RM000003oLrB000', fields: [] }],
        },
        {
          success: false,
          errors: [
            {
              statusCode: 'INVALID_FIELD',
              message: "No such column 'unknownField_LastName' on sobject of type Contact",
              fields: [],
            },
          ],
        },
      ]);
    });

    it('takes an id of no record for a bad reference, and knows a deleted one', async () => {
      const id = await client.create('Account', { Name: 'Acme' });
      await client.delete(`/sobjects/Account/${id}`);
      const records = [account({ id: '001xx000003DHP0AAO', Name: 'New' }), account({ id, Name: 'New' })];
      expect((await client.patch(URL, { records })).body).toMatchObject([
        {
          success: false,
          errors: [
            { statusCode: 'INVALID_CROSS_REFERENCE_KEY', message: 'invalid cross reference id', fields: [] },
          ],
        },
        { success: false, errors: [{ statusCode: 'ENTITY_IS_DELETED', message: 'entity is deleted' }] },
      ]);
    });

    it('undoes what a failing record follows', async () => {
      const id = await client.create('Contact', { LastName: 'Doe' });
      const records = [contact({ id, LastName: 'Roe' }), contact({ LastName: 'None' })];
      expect((await client.patch(URL, { allOrNone: true, records })).body).toMatchObject([
        ROLLED_BACK,
        { errors: [{ statusCode: 'MISSING_ARGUMENT' }] },
      ]);
      expect(await client.query('SELECT LastName FROM Contact')).toMatchObject([{ LastName: 'Doe' }]);
    });
  });

  describe('delete', () => {
    it('deletes records of any objects', async () => {
      const ids = [
        await client.create('Account', { Name: 'A' }),
        await client.create('Contact', { LastName: 'C' }),
      ];
      expect((await client.delete(`${URL}?ids=${ids.join(',')}&allOrNone=true`)).body).toEqual(
        ids.map((id) => ({ id, success: true, errors: [] })),
      );
      expect(await client.query('SELECT Id FROM Account')).toEqual([]);
    });

    it('deletes all or none', async () => {
      const id = await client.create('Account', { Name: 'A' });
      const { body } = await client.delete(`${URL}?ids=${id},001000000000000AAA&allOrNone=true`);
      expect(body).toMatchObject([ROLLED_BACK, { errors: [{ statusCode: 'INVALID_CROSS_REFERENCE_KEY' }] }]);
      expect(await client.query('SELECT Id FROM Account')).toMatchObject([{ Id: id }]);
    });

    it.each(['', '?ids=', '?ids=,'])('refuses a call with %j', async (query) => {
      expect(await client.delete(URL + query)).toMatchObject({
        status: 400,
        body: [{ errorCode: 'MISSING_ARGUMENT' }],
      });
    });
  });

  describe('upsert', () => {
    it('creates and updates by an external id', async () => {
      const id = await client.create('Contact', { LastName: 'Doe', Email: 'jane@example.com' });
      const { status, body } = await client.patch<Result[]>(`${URL}/Contact/Email`, {
        records: [
          contact({ email: 'jane@example.com', LastName: 'Roe' }),
          contact({ Email: 'new@example.com', LastName: 'New' }),
          contact({ LastName: 'None' }),
        ],
      });
      expect(status).toBe(200);
      expect(body).toEqual([
        { id, success: true, errors: [], created: false },
        { id: expect.stringMatching(/^003/), success: true, errors: [], created: true },
        {
          success: false,
          errors: [{ statusCode: 'MISSING_ARGUMENT', message: 'Email not specified', fields: [] }],
          created: false,
        },
      ]);
      expect(await client.query('SELECT LastName, Email FROM Contact ORDER BY Email')).toMatchObject([
        { LastName: 'Roe', Email: 'jane@example.com' },
        { LastName: 'New', Email: 'new@example.com' },
      ]);
    });

    it('says of records that failed together whether they would have been created', async () => {
      await client.create('Contact', { LastName: 'Doe', Email: 'jane@example.com' });
      const { body } = await client.patch<Result[]>(`${URL}/Contact/Email`, {
        allOrNone: true,
        records: [
          contact({ Email: 'jane@example.com', LastName: 'Roe' }),
          contact({ Email: 'new@example.com', LastName: 'New' }),
          contact({ Email: 'other@example.com', LastName: 'Other', OwnerId: 'INVALID_OWNER' }),
        ],
      });
      expect(body).toMatchObject([
        { success: false, created: false, errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }] },
        { success: false, created: true, errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }] },
        { success: false, created: true, errors: [{ statusCode: 'MALFORMED_ID' }] },
      ]);
    });

    it('creates by Id where the record has none', async () => {
      const id = await client.create('Account', { Name: 'Old' });
      const records = [account({ Id: null, Name: 'New' }), account({ Id: id, Name: 'Newer' })];
      expect((await client.patch(`${URL}/Account/Id`, { records })).body).toMatchObject([
        { success: true, created: true },
        { id, success: true, created: false },
      ]);
    });

    it('refuses a field that is no external id', async () => {
      expect(
        await client.patch(`${URL}/Contact/Phone`, { records: [contact({ Phone: '1' })] }),
      ).toMatchObject({
        status: 404,
        body: [{ message: 'Provided external ID field does not exist or is not accessible: Phone' }],
      });
    });
  });

  describe('retrieve', () => {
    it('reads records in the order of the ids, null where there is none', async () => {
      const id = await client.create('Account', { Name: 'Acme' });
      const ids = ['001000000000000AAA', id, 'nonsense'];
      const expected = {
        status: 200,
        body: [
          null,
          {
            attributes: { type: 'Account', url: `/services/data/v67.0/sobjects/Account/${id}` },
            Id: id,
            Name: 'Acme',
          },
          null,
        ],
      };
      expect(await client.get(`${URL}/Account?ids=${ids.join(',')}&fields=Id,Name`)).toMatchObject(expected);
      expect(await client.post(`${URL}/Account`, { ids, fields: ['Id', 'Name'] })).toMatchObject(expected);
    });

    it('refuses unknown fields, and a body that is incomplete', async () => {
      expect(await client.get(`${URL}/Account?ids=001000000000000AAA&fields=Nome`)).toMatchObject({
        status: 400,
        body: [{ errorCode: 'INVALID_FIELD' }],
      });
      expect(await client.post(`${URL}/Account`, { ids: [] })).toMatchObject({
        status: 400,
        body: [{ errorCode: 'REQUIRED_FIELD_MISSING', message: 'Required fields are missing: [fields]' }],
      });
    });
  });

  it('says of a failed upsert that it created nothing, as recorded', async () => {
    const { body } = await client.patch('/composite/sobjects/Account/Id', {
      allOrNone: false,
      records: [{ Id: '001000000000000000', Name: 'TestAccountUpsert12345' }],
    });
    expect(body).toEqual([
      {
        success: false,
        errors: [
          {
            statusCode: 'JSON_PARSER_ERROR',
            message:
              'Nested object for polymorphic foreign key must have an attributes field before any other fields.',
            fields: [],
          },
        ],
        created: false,
      },
    ]);
  });
});
