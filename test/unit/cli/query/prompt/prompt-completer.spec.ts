import { describe, expect, it } from '@jest/globals';
import { CompletionCatalog } from '../../../../../lib/cli/query/completion/completion-catalog.js';
import { PromptCompleter } from '../../../../../lib/cli/query/prompt/prompt-completer.js';
import { DefinitionSource } from '../../../../../lib/schema/source/definition-source.js';

const ACCOUNT = {
  name: 'Account',
  label: 'Account',
  labelPlural: 'Accounts',
  keyPrefix: '001',
  custom: false,
  createable: true,
  updateable: true,
  deletable: true,
  queryable: true,
  fields: [{ name: 'Name', label: 'Name', type: 'string' as const }],
};

const completer = new PromptCompleter(new CompletionCatalog(new DefinitionSource([ACCOUNT], 'the test')));

describe('PromptCompleter', () => {
  it.each<[string, string[], string]>([
    [
      '.',
      ['.help', '.objects', '.describe', '.explain', '.format', '.children', '.allrows', '.limit', '.quit'],
      '.',
    ],
    ['.d', ['.describe'], '.d'],
    ['.describe ', ['Account'], ''],
    ['.describe acc', ['Account'], 'acc'],
    ['.describe x', [], 'x'],
    ['.format j', ['json', 'jsonl'], 'j'],
    ['.children ', ['on', 'off'], ''],
    ['.explain SELECT Name FROM a', ['Account'], 'a'],
    ['.nothing x', [], 'x'],
    ['SELECT Name FROM a', ['Account'], 'a'],
    ['SELECT Name\nFROM Account\nWHERE n', ['Name', 'not'], 'n'],
  ])('completes %j', async (text, candidates, typed) => {
    expect(await completer.complete(text, text.length)).toEqual({ candidates, typed });
  });
});
