/**
 * A value of a picklist that may be chosen.
 *
 * @publicApi
 */
export interface PicklistChoice<Value extends string = string> {
  readonly value: Value;
  /** What users see. */
  readonly label: string;
  /** Whether new records have it when nothing else is said. */
  readonly isDefault: boolean;
  /** Of a dependent picklist, the controlling values this one may be chosen with; a checkbox is `'true'` or `'false'`. */
  readonly validFor?: readonly string[];
}

/** What a picklist is made of. */
export interface PicklistFacts<Value extends string = string> {
  readonly field: string;
  readonly restricted: boolean;
  readonly choices: readonly PicklistChoice<Value>[];
  readonly inactive: readonly string[];
  readonly controlledBy?: string;
}

/**
 * The values of a picklist or multi-picklist as an org has them now, for forms and validation.
 *
 * ```ts
 * const rating = await accounts.picklist('rating');
 * rating.choices.map(({ value, label }) => ({ value, label }));
 *
 * const type = await accounts.picklist('type');
 * type.choicesFor('Energy'); // where the industry controls the type
 * ```
 * @publicApi
 */
export class Picklist<Value extends string = string> implements PicklistFacts<Value> {
  /** API name of the field. */
  readonly field: string;
  /** Whether the org refuses all other values. */
  readonly restricted: boolean;
  /** What may be chosen, in the order that users see. */
  readonly choices: readonly PicklistChoice<Value>[];
  /** Values that may not be chosen any more, which records can still have. */
  readonly inactive: readonly string[];
  /** API name of the field that decides which choices there are. */
  readonly controlledBy?: string;

  constructor({ field, restricted, choices, inactive, controlledBy }: PicklistFacts<Value>) {
    this.field = field;
    this.restricted = restricted;
    this.choices = choices;
    this.inactive = inactive;
    if (controlledBy !== undefined) this.controlledBy = controlledBy;
  }

  /** What new records have when nothing else is said. */
  get defaultValue(): Value | undefined {
    return this.choices.find(({ isDefault }) => isDefault)?.value;
  }

  /** What users see of a value; undefined for one that cannot be chosen. */
  labelOf(value: string): string | undefined {
    return this.choices.find((choice) => choice.value === value)?.label;
  }

  /**
   * What may be chosen when the controlling field has that value: a text, or a boolean of a checkbox. Without a controlling
   * field, that is everything.
   */
  choicesFor(controlling: string | boolean | null | undefined): readonly PicklistChoice<Value>[] {
    if (this.controlledBy === undefined) return this.choices;
    return this.choices.filter(({ validFor }) => validFor?.includes(String(controlling)));
  }
}
