import { describe, expect, it } from '@jest/globals';
import { TimeZone } from '../../../../../lib/embedded/engine/calendar/time-zone.js';

describe('TimeZone', () => {
  it.each([
    ['GMT', '2026-07-01T12:00:00.000Z', '2026-07-01T12:00:00.000Z'],
    ['Europe/Berlin', '2026-07-01T12:00:00.000Z', '2026-07-01T14:00:00.000Z'],
    ['Europe/Berlin', '2026-01-01T23:30:00.000Z', '2026-01-02T00:30:00.000Z'],
    ['America/Los_Angeles', '2026-03-01T02:00:00.000Z', '2026-02-28T18:00:00.000Z'],
    ['Asia/Kolkata', '2026-03-01T00:00:00.000Z', '2026-03-01T05:30:00.000Z'],
    ['Australia/Lord_Howe', '2026-06-01T00:00:00.000Z', '2026-06-01T10:30:00.000Z'],
    ['Europe/Berlin', '1880-01-01T00:00:00.000Z', '1880-01-01T00:53:28.000Z'],
  ])('in %s a clock shows at %s what UTC calls %s', (name, instant, local) => {
    expect(new TimeZone(name).local(new Date(instant)).toISOString()).toBe(local);
  });

  it.each([
    ['GMT', '2026-07-01', '2026-07-01T00:00:00.000Z'],
    ['Europe/Berlin', '2026-07-01', '2026-06-30T22:00:00.000Z'],
    ['America/Los_Angeles', '2026-12-31', '2026-12-31T08:00:00.000Z'],
    // The clock goes from 02:00 to 03:00 and, in autumn, from 03:00 back to 02:00: neither touches midnight.
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['Europe/Berlin', '2026-03-30', '2026-03-29T22:00:00.000Z'],
    // It goes from 00:00 to 01:00: the day begins an hour late.
    ['America/Santiago', '2026-09-06', '2026-09-06T04:00:00.000Z'],
    // It goes from 01:00 back to 00:00: the day begins with the first midnight of two.
    ['America/Havana', '2026-11-01', '2026-11-01T04:00:00.000Z'],
  ])('in %s the day %s begins at %s', (name, day, instant) => {
    expect(new TimeZone(name).startOfDay(day).toISOString()).toBe(instant);
  });

  it('is GMT where there is no such zone', () => {
    const zone = new TimeZone('Middle-earth/Shire');
    expect(zone.startOfDay('2026-07-01').toISOString()).toBe('2026-07-01T00:00:00.000Z');
  });
});
