import { fingerprint } from '../source/fingerprint.js';

/**
 * What becomes of something that was generated once, may have been edited since, and is generated anew:
 * - `same`: code and org agree already;
 * - `take`: people left it alone, and the org changed it;
 * - `keep`: people changed it, and the org did not;
 * - `conflict`: both did, each in a way of its own. People's word stands, and the report says so.
 */
export type Verdict = 'same' | 'take' | 'keep' | 'conflict';

/**
 * @param base Fingerprint of what was generated last; `undefined` when it was not there.
 * @param theirs Meaning of what the file says.
 * @param fresh Meaning of what is generated now.
 */
export function threeWay(
  base: string | undefined,
  theirs: string | undefined,
  fresh: string | undefined,
): Verdict {
  if (theirs === fresh) return 'same';
  if (base === print(theirs)) return 'take';
  return base === print(fresh) ? 'keep' : 'conflict';
}

function print(code: string | undefined): string | undefined {
  return code === undefined ? undefined : fingerprint(code);
}
