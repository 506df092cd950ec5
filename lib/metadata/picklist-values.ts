import type { PicklistOption, PicklistValue } from './decorators/picklist-option.type.js';

/**
 * The values of a list of picklist options, without their labels: for checks, forms and documents that want these alone.
 *
 * @example
 * ```ts
 * const AccountRating = ['Hot', { value: 'W', label: 'Warm' }] as const;
 * picklistValues(AccountRating); // ['Hot', 'W']
 * ```
 * @publicApi
 */
export function picklistValues<const Options extends readonly PicklistOption[]>(
  options: Options,
): PicklistValue<Options>[] {
  const values = options.map((option) => (typeof option === 'string' ? option : option.value));
  return values as PicklistValue<Options>[];
}
