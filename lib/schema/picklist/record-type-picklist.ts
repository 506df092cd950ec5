import { Picklist } from './picklist.js';

/** One value in the answer of the user interface API. */
interface UiPicklistValue {
  readonly value: string;
  readonly label: string;
  /** Places of the controlling values, as `controllerValues` counts them. */
  readonly validFor: readonly number[];
}

/** The answer of `GET /ui-api/object-info/{object}/picklist-values/{record type}/{field}`. */
export interface UiPicklistValues {
  readonly controllerValues: Readonly<Record<string, number>>;
  readonly defaultValue: { readonly value: string | null } | null;
  readonly values: readonly UiPicklistValue[];
}

/** A picklist as it is for records of one type. @param all the picklist whatever the record type */
export function recordTypePicklist(all: Picklist, answer: UiPicklistValues): Picklist {
  const names = new Map(Object.entries(answer.controllerValues).map(([name, place]) => [place, name]));
  const isDependent = all.controlledBy !== undefined;
  return new Picklist({
    ...all,
    choices: answer.values.map(({ value, label, validFor }) => ({
      value,
      label,
      isDefault: answer.defaultValue?.value === value,
      ...(isDependent ? { validFor: validFor.flatMap((place) => names.get(place) ?? []) } : {}),
    })),
  });
}
