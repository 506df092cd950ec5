import { afterEach, beforeEach, describe, it } from '@jest/globals';
import * as fc from 'fast-check';
import { CallFuzzer } from '../support/fuzz/call-fuzzer.js';
import { budgetOf } from '../support/fuzz/fuzz-budget.js';
import { fuzzedCalls, randomBodies } from '../support/fuzz/fuzzed-calls.js';

describe('calls that are not quite right', () => {
  let fuzzer: CallFuzzer;

  beforeEach(async () => {
    fuzzer = await CallFuzzer.open();
  });
  afterEach(() => fuzzer.close());

  it('are answered as the platform answers, whatever is wrong with them', async () => {
    await fc.assert(
      fc.asyncProperty(fuzzedCalls(), (call) => fuzzer.check(call)),
      budgetOf(40_000),
    );
  });

  it('are answered as the platform answers, whatever their bodies are', async () => {
    await fc.assert(
      fc.asyncProperty(randomBodies(), (call) => fuzzer.check(call)),
      budgetOf(10_000),
    );
  });
});
