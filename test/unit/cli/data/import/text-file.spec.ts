import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readLines, readText } from '../../../../../lib/cli/data/import/text-file.js';

/** More than one piece of a file. */
const LONG = 200_001;

async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const value of values) list.push(value);
  return list;
}

describe('text file', () => {
  let folder: string;
  let path: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'text-file-'));
    path = join(folder, 'text');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is read without its byte order mark, and with characters whose bytes are in two pieces', async () => {
    await writeFile(path, `\uFEFFa${'é'.repeat(LONG)}`);
    expect((await all(readText(path))).join('')).toBe(`a${'é'.repeat(LONG)}`);
  });

  it.each<[string, string, string[]]>([
    ['lines, the last one without an end', 'a\nb', ['a', 'b']],
    ['lines of Windows, and empty ones', '\uFEFFa\r\n\r\nb\r\n', ['a', '', 'b']],
    ['no lines', '', []],
  ])('is read as %s', async (_, text, lines) => {
    await writeFile(path, text);
    expect(await all(readLines(path))).toEqual(lines);
  });

  it('has lines longer than a piece', async () => {
    await writeFile(path, `${'x'.repeat(LONG)}\n${'y'.repeat(LONG)}\nz\n`);
    expect(await all(readLines(path))).toEqual(['x'.repeat(LONG), 'y'.repeat(LONG), 'z']);
  });

  it.each<[string, Buffer]>([
    ['Latin-1', Buffer.from('Name\nBäcker\n', 'latin1')],
    ['UTF-16', Buffer.from('\uFEFFName\nBäcker\n', 'utf16le')],
    ['UTF-8 that is cut off', Buffer.from('Name\nBä').subarray(0, -1)],
  ])('is not taken for UTF-8 when it is %s', async (_, bytes) => {
    await writeFile(path, bytes);
    await expect(all(readLines(path))).rejects.toThrow('text cannot be read: its text is not UTF-8.');
  });

  it('may not be there', async () => {
    await expect(all(readText(path))).rejects.toThrow(
      'text cannot be read: no such file or directory (ENOENT).',
    );
  });
});
