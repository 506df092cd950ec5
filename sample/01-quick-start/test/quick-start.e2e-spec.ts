import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { AppModule } from '../src/app.module.js';
import { configure } from '../src/app.js';

interface Answer {
  readonly status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- a body is whatever the application answered
  readonly body: any;
}

describe('quick start', () => {
  let app: INestApplication;
  let url: string;

  async function call(method: string, path: string, body?: unknown): Promise<Answer> {
    const response = await fetch(url + path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json');
    return { status: response.status, body: json ? JSON.parse(text) : text };
  }

  beforeAll(async () => {
    const moduleRef = await Test.createTestingModule({ imports: [AppModule] }).compile();
    app = configure(moduleRef.createNestApplication({ logger: false }));
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
  });

  afterAll(() => app.close());

  it('starts with believable records', async () => {
    const { status, body } = await call('GET', '/accounts?take=200');
    expect(status).toBe(200);
    expect(body).toHaveLength(40);
    expect(body[0]).toEqual({
      id: expect.stringMatching(/^001[a-zA-Z0-9]{15}$/),
      name: 'Alpenblick Hotels',
      industry: 'Hospitality',
      billingCity: 'Innsbruck',
      annualRevenue: 72_000_000,
      owner: { id: expect.stringMatching(/^005/), name: expect.any(String) },
    });
    expect((await call('GET', '/contacts?take=200')).body).toHaveLength(120);
    expect((await call('GET', '/opportunities?take=200')).body).toHaveLength(160);
  });

  it('pages and searches without regard to case', async () => {
    const { body: page } = await call('GET', '/accounts?take=2&skip=1');
    expect(page.map(({ name }: { name: string }) => name)).toEqual(['Amber Coast Foods', 'Atlas Freight']);
    const { body: found } = await call('GET', '/accounts?search=WIND');
    expect(found.map(({ name }: { name: string }) => name)).toEqual(['Nordlicht Windkraft']);
    const { body: energy } = await call('GET', '/accounts?industry=energy');
    expect(energy.map(({ name }: { name: string }) => name)).toEqual([
      'Copperfield Energy',
      'Nordlicht Windkraft',
    ]);
  });

  it('reads an account with its contacts and its owner', async () => {
    const { body: found } = await call('GET', '/accounts?search=Nordlicht');
    const { body } = await call('GET', `/accounts/${found[0].id}`);
    expect(body).toMatchObject({
      name: 'Nordlicht Windkraft',
      website: 'https://nordlicht-windkraft.example',
      numberOfEmployees: 420,
      owner: { name: expect.any(String), email: expect.stringContaining('@') },
    });
    expect(body.contacts).toHaveLength(3);
    expect(body.contacts[0]).toEqual({
      id: expect.stringMatching(/^003/),
      name: expect.stringContaining(' '),
      title: expect.any(String),
      email: expect.stringContaining('@nordlicht-windkraft.example'),
    });
    expect(new Date(body.createdDate).getTime()).not.toBeNaN();
  });

  it('creates, changes, clears and deletes an account', async () => {
    const created = await call('POST', '/accounts', {
      name: '  Acme  ',
      industry: 'Energy',
      phone: '+1 555 0199',
    });
    expect(created).toMatchObject({ status: 201, body: { name: 'Acme', industry: 'Energy', contacts: [] } });
    const path = `/accounts/${created.body.id}`;

    const changed = await call('PATCH', path, { phone: null, numberOfEmployees: 7 });
    expect(changed).toMatchObject({ status: 200, body: { name: 'Acme', phone: null, numberOfEmployees: 7 } });

    expect(await call('DELETE', path)).toEqual({ status: 204, body: '' });
    expect(await call('GET', path)).toMatchObject({ status: 404, body: { code: 'SF_RECORD_NOT_FOUND' } });
    expect(await call('DELETE', path)).toMatchObject({ status: 404, body: { message: 'entity is deleted' } });
  });

  it('creates, reads, changes and deletes a contact of an account', async () => {
    const { body: accounts } = await call('GET', '/accounts?search=Kestrel');
    const created = await call('POST', '/contacts', {
      firstName: 'Mira',
      lastName: 'Petrov',
      email: 'mira@kestrel.example',
      accountId: accounts[0].id,
    });
    expect(created).toMatchObject({
      status: 201,
      body: { account: { name: 'Kestrel Aerospace' }, title: null },
    });
    const path = `/contacts/${created.body.id}`;

    expect((await call('PATCH', path, { title: 'CTO', accountId: null })).body).toMatchObject({
      title: 'CTO',
      account: null,
    });
    expect((await call('DELETE', path)).status).toBe(204);
  });

  it('creates, reads, changes and deletes an opportunity, its date untouched by time zones', async () => {
    const created = await call('POST', '/opportunities', {
      name: 'Turbines',
      stageName: 'Prospecting',
      closeDate: '2027-03-31',
      amount: 125_000.5,
    });
    expect(created).toMatchObject({
      status: 201,
      body: { closeDate: '2027-03-31', amount: 125_000.5, isClosed: false, account: null },
    });
    const path = `/opportunities/${created.body.id}`;
    expect((await call('PATCH', path, { stageName: 'Closed Won' })).body).toMatchObject({ isClosed: true });
    expect((await call('DELETE', path)).status).toBe(204);
  });

  it('sums the open pipeline by stage, the most valuable first', async () => {
    const { body } = await call('GET', '/opportunities/pipeline');
    const { body: open } = await call('GET', '/opportunities?take=200');
    const stages = body.map(({ stage }: { stage: string }) => stage);
    expect([...stages].sort()).toEqual([
      'Needs Analysis',
      'Negotiation/Review',
      'Proposal/Price Quote',
      'Prospecting',
      'Qualification',
    ]);
    const amounts = body.map(({ amount }: { amount: number }) => amount);
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
    for (const { stage, deals, amount } of body) {
      const members = open.filter(({ stageName }: { stageName: string }) => stageName === stage);
      expect(deals).toBe(members.length);
      expect(amount).toBe(
        members.reduce((sum: number, member: { amount: number }) => sum + member.amount, 0),
      );
    }
  });

  it.each([
    ['a missing name', '/accounts', { industry: 'Energy' }, 400, 'name'],
    ['an unknown property', '/accounts', { name: 'Acme', shoeSize: 44 }, 400, 'shoeSize'],
    ['a malformed email', '/contacts', { lastName: 'Petrov', email: 'nobody' }, 400, 'email'],
    ['a name that is too long', '/accounts', { name: 'x'.repeat(300) }, 400, '255'],
    [
      'a day that does not exist',
      '/opportunities',
      { name: 'x', stageName: 'Prospecting', closeDate: '2027-02-30' },
      400,
      'YYYY-MM-DD',
    ],
    [
      'an account that does not exist',
      '/contacts',
      { lastName: 'Petrov', accountId: '001000000000001AAA' },
      422,
      '',
    ],
    [
      'an account id that is a user',
      '/contacts',
      { lastName: 'Petrov', accountId: '005000000000001AAA' },
      422,
      'Account ID',
    ],
  ])('refuses %s', async (_, path, body, status, told) => {
    const answer = await call('POST', path, body);
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.body.message)).toContain(told);
  });

  it('answers 400 to an id that is none', async () => {
    expect((await call('GET', '/accounts/not-an-id')).status).toBe(400);
    expect((await call('PATCH', '/accounts/0015g00000XyZabAAB1', { name: 'x' })).status).toBe(400);
  });

  it('documents itself', async () => {
    const { body } = await call('GET', '/docs-json');
    expect(Object.keys(body.paths).sort()).toEqual([
      '/accounts',
      '/accounts/{id}',
      '/contacts',
      '/contacts/{id}',
      '/opportunities',
      '/opportunities/pipeline',
      '/opportunities/{id}',
    ]);
  });
});
