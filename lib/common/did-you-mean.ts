import { nearestNames } from './nearest-names.js';

/** A sentence to put behind a message, ` Did you mean Name or Names?`; empty where no name is near. */
export function didYouMean(wanted: string, names: Iterable<string>): string {
  const nearest = nearestNames(wanted, names);
  return nearest.length === 0 ? '' : ` Did you mean ${nearest.join(' or ')}?`;
}
