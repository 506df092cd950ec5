import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { writeCsv } from '../../../../../lib/cli/query/format/csv-format.js';
import { writeJsonLines, writeJsonList } from '../../../../../lib/cli/query/format/json-format.js';
import { writeTable } from '../../../../../lib/cli/query/format/table-format.js';
import { resultColumns } from '../../../../../lib/cli/query/result/result-columns.js';
import { wireRecord } from '../../../../support/text-collector.js';

const RECORD = wireRecord({ Name: 'Acme' });

describe.each([
  ['CSV', writeCsv],
  ['JSON', writeJsonList],
  ['JSON lines', writeJsonLines],
  ['table', writeTable],
])('writing %s', (_, write) => {
  it('asks for the next page once there is room for it', async () => {
    let given = 0;
    const makeRoom: (() => void)[] = [];
    const written = write(
      {
        columns: resultColumns([RECORD]),
        pages: (async function* () {
          for (; given < 3; given++) yield [RECORD];
        })(),
      },
      { write: () => new Promise((resolve) => makeRoom.push(resolve)) },
    );
    for (const expected of [0, 1, 2]) {
      await setImmediate();
      expect([given, makeRoom.length]).toEqual([expected, 1]);
      makeRoom.pop()?.();
    }
    await setImmediate();
    makeRoom.pop()?.();
    expect(await written).toBe(3);
  });

  it('leaves the pages when there is nowhere to write to', async () => {
    let isLeft = false;
    const written = write(
      {
        columns: resultColumns([RECORD]),
        pages: (async function* () {
          try {
            for (;;) yield [RECORD];
          } finally {
            isLeft = true;
          }
        })(),
      },
      { write: () => Promise.reject(new TypeError('EPIPE')) },
    );
    await expect(written).rejects.toThrow('EPIPE');
    expect(isLeft).toBe(true);
  });
});
