import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../support/org-client.js';

describe('sObject changes', () => {
  let client: OrgClient;
  let now: Date;

  beforeEach(async () => {
    now = new Date('2026-03-10T12:00:30Z');
    client = await OrgClient.open({ clock: () => now });
  });
  afterEach(() => client.close());

  const changes = (what: 'updated' | 'deleted', start: string, end: string) =>
    client.get(
      `/sobjects/Account/${what}/?start=${encodeURIComponent(start)}&end=${encodeURIComponent(end)}`,
    );

  it('lists what was created or changed in a span of time, by the minute', async () => {
    const first = await client.create('Account', { Name: 'Acme' });
    now = new Date('2026-03-10T13:00:30Z');
    const second = await client.create('Account', { Name: 'Bolt' });
    now = new Date('2026-03-11T00:00:00Z');
    expect((await changes('updated', '2026-03-10T12:00:59Z', '2026-03-10T13:00:00Z')).body).toEqual({
      ids: [first],
      latestDateCovered: '2026-03-10T13:00:00.000+0000',
    });
    expect((await changes('updated', '2026-03-10T13:00:00+00:00', '2026-03-12T00:00:00+00:00')).body).toEqual(
      {
        ids: [second],
        latestDateCovered: '2026-03-11T00:00:00.000+0000',
      },
    );
    await client.patch(`/sobjects/Account/${first}`, { Name: 'Acme Ltd' });
    now = new Date('2026-03-11T01:00:00Z');
    expect((await changes('updated', '2026-03-01T00:00:00Z', '2026-03-11T01:00:00Z')).body).toMatchObject({
      ids: [second, first],
    });
  });

  it('lists what was deleted, and not as updated', async () => {
    const id = await client.create('Account', { Name: 'Acme' });
    now = new Date('2026-03-10T14:30:10Z');
    await client.delete(`/sobjects/Account/${id}`);
    now = new Date('2026-03-10T15:00:00Z');
    expect((await changes('deleted', '2026-03-10T00:00:00Z', '2026-03-10T15:00:00Z')).body).toEqual({
      deletedRecords: [{ id, deletedDate: '2026-03-10T14:30:10.000+0000' }],
      earliestDateAvailable: '2026-02-23T15:00:00.000+0000',
      latestDateCovered: '2026-03-10T15:00:00.000+0000',
    });
    expect((await changes('updated', '2026-03-10T00:00:00Z', '2026-03-10T15:00:00Z')).body).toMatchObject({
      ids: [],
    });
  });

  it.each([
    [
      'updated',
      '2026-03-10T12:00:00Z',
      '2026-03-10T12:00:30Z',
      'endDate must be at least one minute after startDate',
    ],
    ['updated', '2026-01-01T00:00:00Z', '2026-03-10T00:00:00Z', 'startDate cannot be more than 30 days ago'],
    ['deleted', '2026-02-20T00:00:00Z', '2026-03-10T00:00:00Z', 'startDate cannot be more than 15 days ago'],
    ['deleted', 'yesterday', '2026-03-10T00:00:00Z', 'start must be a date and time in ISO 8601: yesterday'],
  ] as const)('refuse %s from %s until %s', async (what, start, end, message) => {
    expect(await changes(what, start, end)).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALID_REPLICATION_DATE', message }],
    });
  });

  it('refuse objects that are not replicated', async () => {
    const span = 'start=2026-03-10T00:00:00Z&end=2026-03-10T11:00:00Z';
    expect(await client.get(`/sobjects/ContentVersion/updated?${span}`)).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALID_TYPE_FOR_OPERATION' }],
    });
  });
});
