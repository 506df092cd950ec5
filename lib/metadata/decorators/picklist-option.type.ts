/**
 * One value of a picklist: its API name, with the label that users see where that is another text.
 *
 * @publicApi
 */
export type PicklistOption = string | { readonly value: string; readonly label: string };

/**
 * The union of the values in a list of picklist options: the type of a property for a picklist that takes no others. The list
 * is the one that the option `picklist` of `@Field` takes.
 *
 * @example
 * ```ts
 * const AccountRating = ['Hot', { value: 'W', label: 'Warm' }] as const;
 * type AccountRating = PicklistValue<typeof AccountRating>; // 'Hot' | 'W'
 * ```
 * @publicApi
 */
export type PicklistValue<Options extends readonly PicklistOption[]> = Options[number] extends infer Option
  ? Option extends { readonly value: infer Value extends string }
    ? Value
    : Option & string
  : never;

/**
 * Like {@link PicklistValue}, for a picklist that takes other texts as well: editors offer the known values, the compiler
 * accepts every text.
 *
 * @publicApi
 */
export type OpenPicklistValue<Options extends readonly PicklistOption[]> =
  PicklistValue<Options> | (string & {});
