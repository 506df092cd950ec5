import { describe, expect, it } from '@jest/globals';
import { Notation } from '../../../../../lib/embedded/engine/calendar/notation.js';
import type { SqliteValue } from '../../../../../lib/embedded/engine/sqlite-database.interface.js';
import type { FieldDefinition } from '../../../../../lib/schema/sobject-definition.interface.js';

type Shown = Pick<FieldDefinition, 'type' | 'scale'>;

const AMERICAN = new Notation('en-US', 'America/Los_Angeles');
const GERMAN = new Notation('de-DE', 'Europe/Berlin');

describe('Notation', () => {
  it.each<[Shown, SqliteValue, string | null, string | null]>([
    [{ type: 'int' }, 1234567, '1,234,567', '1.234.567'],
    [{ type: 'double', scale: 2 }, 1234.5, '1,234.50', '1.234,50'],
    [{ type: 'double' }, 0.12345, '0.123', '0,123'],
    [{ type: 'percent', scale: 0 }, 35, '35%', '35 %'],
    [{ type: 'percent', scale: 1 }, 12.5, '12.5%', '12,5 %'],
    [{ type: 'currency', scale: 2 }, 1234.5, '$1,234.50', '1.234,50 $'],
    [{ type: 'currency', scale: 0 }, -20000, '-$20,000', '-20.000 $'],
    [{ type: 'date' }, '2026-03-01', '3/1/2026', '01.03.2026'],
    [{ type: 'datetime' }, '2026-03-01T03:05:00.000Z', '2/28/2026, 7:05 PM', '01.03.2026, 04:05'],
    [{ type: 'datetime' }, '2027-01-01T01:00:00.000Z', '12/31/2026, 5:00 PM', '01.01.2027, 02:00'],
    [{ type: 'time' }, '17:30:00.000Z', '5:30 PM', '17:30'],
    [{ type: 'boolean' }, 1, 'true', 'true'],
    [{ type: 'picklist' }, 'Web', 'Web', 'Web'],
    [{ type: 'currency', scale: 2 }, null, null, null],
  ])('writes %j %s as %j, and in German as %j', (field, value, american, german) => {
    // German percentages and amounts have a space that does not break.
    const written = [AMERICAN, GERMAN].map(
      (notation) => notation.write(field, value)?.replaceAll('\u00a0', ' ') ?? null,
    );
    expect(written).toEqual([american, german]);
  });
});
