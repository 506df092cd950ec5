import { InvalidEntityException } from '../exceptions/invalid-entity.exception.js';
import type { EntityClass } from './entity-metadata.interface.js';

/** What most often makes a class undefined, or unusable when it is asked for. */
export const CIRCULAR_IMPORT =
  'Most likely its module and another one import each other in a circle, and it was used before it was loaded. ' +
  'Import the file of the entity itself, not an index file, and use no entity while modules are still loading.';

/** The exception for a wrong declaration; `problem` says what is wrong and how to put it right. */
export function invalidEntity(
  target: EntityClass,
  property: string | undefined,
  problem: string,
  cause?: unknown,
): InvalidEntityException {
  const entity = target.name || 'An anonymous class';
  const place = property === undefined ? entity : `${entity}.${property}`;
  return new InvalidEntityException(`${place}: ${problem}`, { cause });
}
