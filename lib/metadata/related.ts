/**
 * The type of a relation's property. It is `T` itself; going through a name keeps decorator metadata from evaluating the
 * class of the other entity while modules that import each other in a circle are still loading.
 *
 * @example
 * ```ts
 * @Field() ownerId!: string;
 * @Lookup(() => User, 'ownerId') owner?: Related<User>;
 * ```
 * @publicApi
 */
export type Related<T> = T;

/** Compilers that cannot see that `Related` is a type alone keep its import and need a value of that name. */
export const Related = Object;
