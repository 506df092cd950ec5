import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FileTarget } from '../../../../lib/cli/target/file.target.js';
import { describedBoat } from '../../../fixtures/described-object.js';

describe('FileTarget', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'file-target-'));
    await writeFile(join(folder, 'Boat__c.json'), JSON.stringify(describedBoat()));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('has the schema of the files alone, and an org with all standard objects besides', async () => {
    const target = new FileTarget('describes', folder);
    expect([target.label, target.keeps]).toEqual(['describes', false]);
    expect((await target.schema.list()).map(({ name }) => name)).toEqual(['Boat__c']);
    const connection = await target.connect();
    const { sobjects } = await connection.describeGlobal();
    expect(sobjects.map(({ name }) => name)).toEqual(expect.arrayContaining(['Account', 'Boat__c']));
    expect(await target.connect()).toBe(connection);
    await target.close();
  });

  it('names itself when it does not have an object', async () => {
    const target = new FileTarget('describes', folder);
    const reading = target.schema.describe(['Boats__c'])[Symbol.asyncIterator]().next();
    await expect(reading).rejects.toThrow(
      "There is no object 'Boats__c' (did you mean Boat__c?) in describes, or the user may not see it.",
    );
    await target.close();
  });
});
