import { describe, expect, it } from '@jest/globals';
import type { CommandContext } from '../../../../lib/cli/command-context.interface.js';
import { shownSchema } from '../../../../lib/cli/target/shown-schema.js';
import type { Target } from '../../../../lib/cli/target/target.interface.js';
import type { DescribeSourceOptions } from '../../../../lib/schema/describe-source.interface.js';
import { sobjectFromDescribe } from '../../../../lib/schema/sobject-from-describe.js';
import { describedBoat } from '../../../fixtures/described-object.js';

const BOAT = sobjectFromDescribe(describedBoat());

/** A target of a boat, and of a ship that it refuses to describe. */
function harbour(): Target {
  return {
    label: 'harbour',
    keeps: false,
    schema: {
      calls: 3,
      list: async () => [BOAT],
      async *describe(names: readonly string[], { onRefused }: DescribeSourceOptions = {}) {
        for (const name of names) {
          if (name === 'Ship__c') onRefused?.(name, new TypeError('no access'));
          else yield BOAT;
        }
      },
    },
  } as unknown as Target;
}

function context(lines: string[]): CommandContext {
  const stopped = new AbortController().signal;
  return { error: (line: string) => lines.push(line), terminal: false, stopped } as unknown as CommandContext;
}

describe('shownSchema', () => {
  it('is the schema of the target, which says what is left out', async () => {
    const lines: string[] = [];
    const schema = shownSchema(harbour(), context(lines), ['*']);
    const names: string[] = [];
    for await (const { name } of schema.describe(['Boat__c', 'Ship__c'])) names.push(name);
    expect(names).toEqual(['Boat__c']);
    expect(lines).toEqual(['Ship__c is left out, since the org does not describe it: no access']);
    expect([await schema.list(), schema.calls]).toEqual([[BOAT], 3]);
  });

  it('leaves it to whoever asks to say so', async () => {
    const lines: string[] = [];
    const refused: string[] = [];
    const onRefused = (name: string, { message }: Error) => void refused.push(`${name}: ${message}`);
    for await (const _ of shownSchema(harbour(), context(lines)).describe(['Ship__c'], { onRefused }));
    expect([refused, lines]).toEqual([['Ship__c: no access'], []]);
  });
});
