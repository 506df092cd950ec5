import { describe, expect, it } from '@jest/globals';
import { OrgClock } from '../../../../lib/embedded/testing/org-clock.js';

const systemAt = (time: string) => {
  const system = { time };
  return { system, clock: new OrgClock(() => new Date(system.time)) };
};

describe('OrgClock', () => {
  it('runs with its source', () => {
    const { system, clock } = systemAt('2026-01-31T10:00:00.000Z');
    system.time = '2026-01-31T10:00:05.000Z';
    expect(clock.now()).toEqual(new Date('2026-01-31T10:00:05.000Z'));
  });

  it('stands still once it is stopped, where it is or at another time', () => {
    const { system, clock } = systemAt('2026-01-31T10:00:00.000Z');
    clock.stop();
    system.time = '2026-02-01T00:00:00.000Z';
    expect(clock.now()).toEqual(new Date('2026-01-31T10:00:00.000Z'));
    clock.stop('2030-12-24T18:00:00Z');
    expect(clock.now()).toEqual(new Date('2030-12-24T18:00:00.000Z'));
  });

  it('moves by all parts of a step, and back', () => {
    const { clock } = systemAt('2026-01-31T10:00:00.000Z');
    clock.stop();
    clock.advance({ days: 1, hours: 2, minutes: 3, seconds: 4, milliseconds: 5 });
    expect(clock.now()).toEqual(new Date('2026-02-01T12:03:04.005Z'));
    clock.advance({ hours: -12 });
    expect(clock.now()).toEqual(new Date('2026-02-01T00:03:04.005Z'));
  });

  it('goes on running after a move', () => {
    const { system, clock } = systemAt('2026-01-31T10:00:00.000Z');
    clock.advance({ hours: 1 });
    system.time = '2026-01-31T10:00:01.000Z';
    expect(clock.now()).toEqual(new Date('2026-01-31T11:00:01.000Z'));
  });

  it('shows the time of its source after a reset', () => {
    const { clock } = systemAt('2026-01-31T10:00:00.000Z');
    clock.stop('2030-01-01T00:00:00Z');
    clock.advance({ days: 3 });
    clock.reset();
    expect(clock.now()).toEqual(new Date('2026-01-31T10:00:00.000Z'));
  });

  it('refuses what is no time', () => {
    expect(() => new OrgClock().stop('tomorrow')).toThrow(
      "'tomorrow' is no time for the clock of the embedded org: give a Date, or a text such as '2026-01-31T10:00:00Z'.",
    );
  });
});
