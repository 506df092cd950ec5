import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { readSnapshot } from '../../../../lib/schema/snapshot/snapshot-reader.js';
import { SnapshotWriter } from '../../../../lib/schema/snapshot/snapshot-writer.js';
import { describedBoat } from '../../../fixtures/described-object.js';

const HEADER =
  '{"format":"nestjs-salesforce/snapshot","version":1,"createdAt":"2026-01-02T03:04:05Z","apiVersion":"67.0"}';
const BOATS = '{"records":{"sobject":"Boat__c","fields":["Id"],"rows":[["a0B000000000001EAA"]]}}';

describe('a snapshot', () => {
  let folder: string;
  let path: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'snapshot-'));
    path = join(folder, 'org.snapshot.gz');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const put = (...lines: readonly string[]) => writeFile(path, gzipSync(lines.join('\n')));

  describe('that is written', () => {
    const taken = { createdAt: '2026-01-02T03:04:05Z', apiVersion: '67.0' };

    it('is JSON lines in gzip: a header, an object or records a line, and what it holds', async () => {
      const writer = await SnapshotWriter.create(path, {
        ...taken,
        organization: { id: '00D000000000001AAA', name: 'Marina' },
      });
      await writer.records({
        sobject: 'Boat__c',
        fields: ['Id', 'Name'],
        rows: [['a0B000000000001EAA', 'B-1']],
      });
      await writer.close();
      expect(gunzipSync(await readFile(path)).toString()).toBe(
        '{"format":"nestjs-salesforce/snapshot","version":1,"createdAt":"2026-01-02T03:04:05Z","apiVersion":"67.0",' +
          '"organization":{"id":"00D000000000001AAA","name":"Marina"}}\n' +
          '{"records":{"sobject":"Boat__c","fields":["Id","Name"],"rows":[["a0B000000000001EAA","B-1"]]}}\n' +
          '{"end":{"objects":0,"records":1}}\n',
      );
    });

    it('gives back what was put into it', async () => {
      const writer = await SnapshotWriter.create(path, taken);
      await writer.describe(describedBoat());
      await writer.close();
      expect(await readSnapshot(path)).toEqual({
        header: { format: 'nestjs-salesforce/snapshot', version: 1, ...taken },
        describes: [describedBoat()],
        records: [],
      });
    });

    it('takes its name when it is complete', async () => {
      const writer = await SnapshotWriter.create(path, taken);
      expect(await readdir(folder)).toEqual([expect.stringMatching(/^org\.snapshot\.gz\..+\.partial$/)]);
      await writer.close();
      expect(await readdir(folder)).toEqual(['org.snapshot.gz']);
    });

    it('is whole when another one is written to the same file', async () => {
      const [one, other] = [
        await SnapshotWriter.create(path, taken),
        await SnapshotWriter.create(path, taken),
      ];
      await one.describe(describedBoat());
      await other.close();
      await one.close();
      expect((await readSnapshot(path)).describes).toEqual([describedBoat()]);
      expect(await readdir(folder)).toEqual(['org.snapshot.gz']);
    });

    it('leaves nothing behind when it is given up', async () => {
      const writer = await SnapshotWriter.create(path, taken);
      await writer.describe(describedBoat());
      await writer.abort();
      expect(await readdir(folder)).toEqual([]);
    });

    it('cannot be made where no file can be', async () => {
      const path = join(folder, 'none', 'a.gz');
      await expect(SnapshotWriter.create(path, taken)).rejects.toThrow(
        `The snapshot ${path} cannot be written: no such file or directory (ENOENT).`,
      );
      await expect(SnapshotWriter.create(folder, taken)).rejects.toThrow(
        `The snapshot ${folder} cannot be written: it is a folder.`,
      );
    });
  });

  describe('that is read', () => {
    it('may have members that this release does not know', async () => {
      await put(HEADER, BOATS, '{"layouts":{}}', '{"end":{"objects":0,"records":1,"layouts":1}}');
      expect((await readSnapshot(path)).records).toEqual([
        { sobject: 'Boat__c', fields: ['Id'], rows: [['a0B000000000001EAA']] },
      ]);
    });

    it.each<[string, readonly string[], string]>([
      [
        'of another version',
        [HEADER.replace('"version":1', '"version":2')],
        'it is of version 2, and this release reads version 1: take it anew, or use the release that made it.',
      ],
      [
        'of another format',
        ['{"format":"other"}'],
        'it is no snapshot: its first line does not say "format":"nestjs-salesforce/snapshot".',
      ],
      ['without an end', [HEADER, BOATS], 'it is not complete: its last line is missing.'],
      [
        'with lines missing',
        [HEADER, BOATS, '{"end":{"objects":2,"records":5}}'],
        'it is not complete: it holds 0 of 2 objects and 1 of 5 records.',
      ],
      ['with a line that is no object', [HEADER, '[]'], 'line 2 is no JSON object.'],
      ['with a line that is no JSON', [HEADER, '{"describe":'], 'line 2 is no JSON: '],
      [
        'with an object that is none',
        [HEADER, '{"describe":{}}'],
        "'describe' of line 2 is not what snapshots hold.",
      ],
      [
        'with records of fewer values than fields',
        [HEADER, '{"records":{"sobject":"Boat__c","fields":["Id","Name"],"rows":[["a0B000000000001EAA"]]}}'],
        "'records' of line 2 is not what snapshots hold.",
      ],
      [
        'with records of nothing',
        [HEADER, '{"records":{}}'],
        "'records' of line 2 is not what snapshots hold.",
      ],
      ['that is empty', [''], 'it is no snapshot'],
    ])('is refused %s', async (_, lines, reason) => {
      await put(...lines);
      await expect(readSnapshot(path)).rejects.toThrow(`The snapshot ${path} cannot be read: ${reason}`);
    });

    it('is refused when it was cut off', async () => {
      const whole = gzipSync([HEADER, BOATS, '{"end":{"objects":0,"records":1}}'].join('\n'));
      await writeFile(path, whole.subarray(0, whole.length - 12));
      await expect(readSnapshot(path)).rejects.toThrow(
        `The snapshot ${path} cannot be read: it is damaged or was cut off, so that it cannot be decompressed.`,
      );
    });

    it('is refused when it is not compressed', async () => {
      await writeFile(path, HEADER);
      await expect(readSnapshot(path)).rejects.toThrow('it is not compressed with gzip, as snapshots are.');
    });

    it('is refused when it is not there', async () => {
      await expect(readSnapshot(path)).rejects.toThrow(
        `The snapshot ${path} cannot be read: no such file or directory (ENOENT).`,
      );
    });
  });
});
