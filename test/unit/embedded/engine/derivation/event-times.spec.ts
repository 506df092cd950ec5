import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../support/org-client.js';

describe('the times of an event', () => {
  let client: OrgClient;

  beforeEach(async () => {
    client = await OrgClient.open();
  });
  afterEach(() => client.close());

  async function timesOf(id: string): Promise<unknown> {
    const [{ attributes: _, ...times } = { attributes: null }] = await client.query<Record<string, unknown>>(
      `SELECT StartDateTime, EndDateTime, ActivityDateTime, ActivityDate, DurationInMinutes FROM Event WHERE Id = '${id}'`,
    );
    return times;
  }

  it.each([
    ['a start and a duration', { StartDateTime: '2026-03-01T10:00:00Z', DurationInMinutes: 90 }],
    ['a due time and a duration', { ActivityDateTime: '2026-03-01T10:00:00Z', DurationInMinutes: 90 }],
    ['a start and an end', { StartDateTime: '2026-03-01T10:00:00Z', EndDateTime: '2026-03-01T11:30:00Z' }],
  ])('follow from %s', async (_, values) => {
    expect(await timesOf(await client.create('Event', { Subject: 'Call', ...values }))).toEqual({
      StartDateTime: '2026-03-01T10:00:00.000+0000',
      EndDateTime: '2026-03-01T11:30:00.000+0000',
      ActivityDateTime: '2026-03-01T10:00:00.000+0000',
      ActivityDate: '2026-03-01',
      DurationInMinutes: 90,
    });
  });

  it('keep the duration when the start moves', async () => {
    const id = await client.create('Event', { StartDateTime: '2026-03-01T10:00:00Z', DurationInMinutes: 90 });
    await client.patch(`/sobjects/Event/${id}`, { StartDateTime: '2026-03-02T08:00:00Z' });
    expect(await timesOf(id)).toMatchObject({
      EndDateTime: '2026-03-02T09:30:00.000+0000',
      ActivityDate: '2026-03-02',
      DurationInMinutes: 90,
    });
  });

  it('are days of an event that lasts all day', async () => {
    const id = await client.create('Event', { IsAllDayEvent: true, ActivityDate: '2026-03-01' });
    expect(await timesOf(id)).toMatchObject({
      StartDateTime: '2026-03-01T00:00:00.000+0000',
      EndDateTime: '2026-03-01T00:00:00.000+0000',
      ActivityDate: '2026-03-01',
      DurationInMinutes: 1440,
    });
  });
});
