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

describe('turbines', () => {
  let app: INestApplication;
  let url: string;

  async function call(method: string, path: string, body?: unknown): Promise<Answer> {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url + path, { method, headers, body: JSON.stringify(body) });
    return { status: response.status, body: await response.json() };
  }

  beforeAll(async () => {
    const moduleRef = await Test.createTestingModule({ imports: [AppModule] }).compile();
    app = configure(moduleRef.createNestApplication({ logger: false }));
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
  });

  afterAll(() => app.close());

  it('are listed with who runs them', async () => {
    const { status, body } = await call('GET', '/turbines?status=running');
    expect(status).toBe(200);
    expect(body).toEqual([
      {
        id: expect.stringMatching(/^a01/),
        name: 'Elbe 1',
        status: 'running',
        megawatts: 4.2,
        operator: { id: expect.stringMatching(/^001/), name: 'Nordlicht Windkraft' },
      },
      expect.objectContaining({
        name: 'Fjord 1',
        operator: expect.objectContaining({ name: 'Halden Vind' }),
      }),
    ]);
  });

  it('have no other status than those that were generated', async () => {
    const { status, body } = await call('GET', '/turbines?status=broken');
    expect(status).toBe(400);
    expect(body.message).toEqual([
      'status must be one of the following values: planned, running, stopped, retired',
    ]);
  });

  it('have statuses with labels', async () => {
    expect((await call('GET', '/turbines/statuses')).body).toEqual([
      { value: 'planned', label: 'Planned' },
      { value: 'running', label: 'In operation' },
      { value: 'stopped', label: 'Stopped for service' },
      { value: 'retired', label: 'Decommissioned' },
    ]);
  });

  it('are due for an overhaul by a method that people wrote', async () => {
    const { body } = await call('GET', '/turbines/due-for-overhaul');
    expect(body[0]).toMatchObject({ name: 'Fjord 1', commissioned: '2011-09-20' });
  });

  it('are read with their operator and their open cases, and get new ones', async () => {
    const { body: stopped } = await call('GET', '/turbines?status=stopped');
    const path = `/turbines/${stopped[0].id}`;
    expect((await call('GET', path)).body).toEqual({
      id: stopped[0].id,
      name: 'Elbe 2',
      status: 'stopped',
      megawatts: 4.2,
      commissioned: '2019-06-03',
      owner: expect.objectContaining({ name: 'Embedded Administrator' }),
      operator: expect.objectContaining({ name: 'Nordlicht Windkraft', serviceLevel: 'F' }),
      cases: [expect.objectContaining({ subject: 'Gearbox runs hot', priority: 'High' })],
    });

    const opened = await call('POST', `${path}/cases`, { subject: 'Check the brakes' });
    expect(opened).toMatchObject({
      status: 201,
      body: { status: 'New', priority: 'Medium', account: { name: 'Nordlicht Windkraft' } },
    });
    const { body: read } = await call('GET', path);
    expect(read.cases.map(({ subject }: { subject: string }) => subject)).toEqual([
      'Gearbox runs hot',
      'Check the brakes',
    ]);
  });

  it('answer 404 where there is none', async () => {
    expect((await call('GET', '/turbines/a01000000000001AAA')).status).toBe(404);
  });
});
