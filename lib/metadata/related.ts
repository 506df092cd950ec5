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

/**
 * The type of the property of a polymorphic lookup: one of several entities. `$type` tells which, by the name that entity
 * has here.
 *
 * @example
 * ```ts
 * @Field() whatId!: string;
 * @Lookup(() => ({ Account, Opportunity }), 'whatId') what?: Polymorphic<{ Account: Account; Opportunity: Opportunity }> | null;
 * ```
 * @publicApi
 */
export type Polymorphic<Targets> = {
  [Name in keyof Targets]: Targets[Name] & { readonly $type: Name };
}[keyof Targets];

/** There for the reason that {@link Related} is. */
export const Polymorphic = Object;
