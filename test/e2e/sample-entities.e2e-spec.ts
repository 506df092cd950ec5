import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { CliRun } from '../support/cli-run.js';

const SAMPLE = fileURLToPath(new URL('../../sample/03-generated-entities', import.meta.url));

describe('the entities of the sample', () => {
  it('are what the generator writes, but for what people wrote', async () => {
    const { code, output, errors } = await CliRun.of(['inspect', '--update', '--check'], { cwd: SAMPLE });
    expect({ code, output, errors }).toEqual({
      code: 0,
      output: 'src/salesforce is up to date (6 objects, 0 calls).\n',
      errors: '',
    });
  });
});
