import { describe, expect, it } from '@jest/globals';
import { DefinitionSource } from '../../../../lib/schema/source/definition-source.js';
import { customObject } from '../../../support/record-engine.js';

const OBJECTS = [customObject('Boat__c', []), customObject('Hull__c', [])];

async function namesOf(source: DefinitionSource, names: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { name } of source.describe(names)) found.push(name);
  return found;
}

describe('DefinitionSource', () => {
  it('lists and describes what it was given, without a call', async () => {
    const source = new DefinitionSource(OBJECTS, 'the files');
    expect((await source.list()).map(({ name }) => name)).toEqual(['Boat__c', 'Hull__c']);
    expect(await namesOf(source, ['hull__c', 'Boat__c'])).toEqual(['Hull__c', 'Boat__c']);
    expect(source.calls).toBe(0);
  });

  it('reads once, with its first use', async () => {
    let reads = 0;
    const source = new DefinitionSource(async () => {
      reads++;
      return OBJECTS;
    }, 'the files');
    expect(reads).toBe(0);
    await source.list();
    await namesOf(source, ['Boat__c']);
    expect(reads).toBe(1);
  });

  it('tells how far it is, and stops when it is told to', async () => {
    const stop = new AbortController();
    const told: number[] = [];
    const onProgress = (done: number): number => told.push(done);
    const source = new DefinitionSource(OBJECTS, 'the files');
    const reading = (async () => {
      for await (const _ of source.describe(['Boat__c', 'Hull__c'], { onProgress, signal: stop.signal })) {
        stop.abort();
      }
    })();
    await expect(reading).rejects.toThrow('aborted');
    expect(told).toEqual([1]);
  });

  it('says what there is not', async () => {
    const source = new DefinitionSource(OBJECTS, 'the files');
    await expect(namesOf(source, ['Boats__c'])).rejects.toThrow(
      "There is no object 'Boats__c' (did you mean Boat__c?) in the files, or the user may not see it.",
    );
  });
});
