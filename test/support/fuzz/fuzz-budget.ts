import type { Parameters } from 'fast-check';

const DEFAULT_SEED = 20_260_131;

/**
 * How much is tried: the same calls in every run, unless FUZZ_SEED says otherwise; FUZZ_FACTOR tries so many times as
 * much. A failure names its seed and its path, which is what repeats it.
 */
export function budgetOf<T>(numRuns: number): Parameters<T> {
  const factor = Number(process.env['FUZZ_FACTOR'] ?? 1);
  return {
    seed: Number(process.env['FUZZ_SEED'] ?? DEFAULT_SEED),
    numRuns: Math.max(1, Math.round(numRuns * factor)),
  };
}
