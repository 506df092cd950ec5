import type { EntityClass } from '../../metadata/entity-metadata.interface.js';
import type { SelectParent } from '../select/select.type.js';
import type { Selected } from '../select/selected.type.js';
import type { UntypedReturningOptions } from './returning-compiler.js';
import type { ReturningOptions } from './search-options.interface.js';

declare const RESULT: unique symbol;

/**
 * An entity that a search returns, and what of it. Made by {@link returning}.
 *
 * @publicApi
 */
export interface Returning<Result> {
  readonly entity: EntityClass;
  readonly options: UntypedReturningOptions;
  /** There for the compiler alone: what a record becomes. */
  readonly [RESULT]?: Result;
}

/**
 * Says what a search over several entities reads of one of them; see {@link searchFor}.
 *
 * @example
 * ```ts
 * returning(Contact, { select: { name: true, account: { name: true } }, where: { email: { not: null } }, take: 5 });
 * ```
 * @publicApi
 */
export function returning<E extends object, const S extends SelectParent<E> | undefined = undefined>(
  entity: EntityClass<E>,
  options: ReturningOptions<E, S> = {},
): Returning<Selected<E, S>> {
  return { entity, options };
}
