import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../../support/org-client.js';

describe('invocable action resources', () => {
  let client: OrgClient;
  const sent: unknown[] = [];

  beforeEach(async () => {
    sent.length = 0;
    client = await OrgClient.open({
      actions: {
        'standard/emailSimple': (input) => void sent.push(input['emailSubject']),
        'custom/apex/Multiply': ({ a, b }) => {
          if (typeof a !== 'number') throw new TypeError('a is no number');
          return { product: a * Number(b) };
        },
      },
    });
  });
  afterEach(() => client.close());

  it('list the kinds and the actions', async () => {
    expect((await client.get('/actions')).body).toEqual({
      standard: '/services/data/v67.0/actions/standard',
      custom: '/services/data/v67.0/actions/custom',
    });
    expect((await client.get('/actions/standard')).body).toMatchObject({
      actions: expect.arrayContaining([
        {
          label: 'Send Email',
          name: 'emailSimple',
          type: 'EMAILSIMPLE',
          url: '/services/data/v67.0/actions/standard/emailSimple',
        },
      ]) as unknown,
    });
    expect((await client.get('/actions/custom')).body).toMatchObject({
      apex: '/services/data/v67.0/actions/custom/apex',
      flow: '/services/data/v67.0/actions/custom/flow',
    });
    expect((await client.get('/actions/custom/apex')).body).toEqual({
      actions: [
        {
          label: 'Multiply',
          name: 'Multiply',
          type: 'APEX',
          url: '/services/data/v67.0/actions/custom/apex/Multiply',
        },
      ],
    });
  });

  it('describe a standard action', async () => {
    expect((await client.get('/actions/standard/chatterPost')).body).toMatchObject({
      label: 'Post to Chatter',
      name: 'chatterPost',
      standard: true,
      type: 'CHATTERPOST',
      inputs: expect.arrayContaining([
        expect.objectContaining({ name: 'text', required: true, type: 'STRING', maxOccurs: 1 }),
      ]) as unknown,
    });
  });

  it('run handlers, once for every input', async () => {
    const { status, body } = await client.post('/actions/custom/apex/Multiply', {
      inputs: [
        { a: 2, b: 3 },
        { a: 4, b: 5 },
      ],
    });
    expect(status).toBe(200);
    expect(body).toEqual([
      { actionName: 'Multiply', errors: null, isSuccess: true, outputValues: { product: 6 } },
      { actionName: 'Multiply', errors: null, isSuccess: true, outputValues: { product: 20 } },
    ]);
    await client.post('/actions/standard/emailSimple', { inputs: [{ emailSubject: 'Hello' }] });
    expect(sent).toEqual(['Hello']);
  });

  it('report what handlers throw, and that there is none', async () => {
    expect(await client.post('/actions/custom/apex/Multiply', { inputs: [{ a: 'x' }] })).toMatchObject({
      status: 400,
      body: [
        {
          actionName: 'Multiply',
          isSuccess: false,
          outputValues: null,
          errors: [{ statusCode: 'UNKNOWN_EXCEPTION', message: 'a is no number' }],
        },
      ],
    });
    expect(await client.post('/actions/standard/chatterPost', { inputs: [{}] })).toMatchObject({
      status: 400,
      body: [{ isSuccess: false, errors: [{ statusCode: 'FUNCTIONALITY_NOT_ENABLED' }] }],
    });
  });

  it.each(['/actions/standard/nothing', '/actions/custom/apex/Nothing', '/actions/custom/other'])(
    'do not know %s',
    async (path) => {
      expect((await client.get(path)).status).toBe(404);
    },
  );

  it('refuse a call without inputs', async () => {
    expect((await client.post('/actions/standard/emailSimple', {})).status).toBe(400);
  });
});

describe('process resources', () => {
  it('have no rules and no approvals', async () => {
    const client = await OrgClient.open();
    expect((await client.get('/process/rules')).body).toEqual({ rules: {} });
    expect((await client.get('/process/rules/Account')).body).toEqual({ rules: { Account: [] } });
    expect((await client.get('/process/approvals')).body).toEqual({ approvals: {} });
    expect((await client.post('/process/rules', { contextIds: [] })).body).toEqual({
      errors: null,
      success: true,
    });
    expect(await client.post('/process/approvals', { requests: [] })).toMatchObject({
      status: 400,
      body: [{ errorCode: 'NO_APPLICABLE_PROCESS' }],
    });
    await client.close();
  });
});
