import { afterEach, beforeEach, describe, it } from '@jest/globals';
import * as fc from 'fast-check';
import { CallFuzzer } from '../support/fuzz/call-fuzzer.js';
import { fuzzedCalls, randomBodies } from '../support/fuzz/fuzzed-calls.js';
import { VALID_CALLS } from '../support/fuzz/valid-calls.js';

/** A little of what `npm run test:fuzz` does. */
describe('the embedded org under calls that are not quite right', () => {
  let fuzzer: CallFuzzer;

  beforeEach(async () => {
    fuzzer = await CallFuzzer.open();
  });
  afterEach(() => fuzzer.close());

  it('answers as the platform answers', async () => {
    for (const call of VALID_CALLS) await fuzzer.check(call);
    const calls = fc.oneof({ weight: 3, arbitrary: fuzzedCalls() }, { weight: 1, arbitrary: randomBodies() });
    await fc.assert(
      fc.asyncProperty(calls, (call) => fuzzer.check(call)),
      { seed: 31, numRuns: 1_000 },
    );
  });
});
