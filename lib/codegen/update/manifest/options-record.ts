import type { FieldSelection, InspectOptions } from '../../inspect-options.interface.js';

/** Options as the manifest writes them: a list is words in one text, since formatters lay arrays out by their width. */
export interface OptionsRecord extends Omit<InspectOptions, 'include' | 'exclude' | 'fields'> {
  readonly include?: string;
  readonly exclude?: string;
  readonly fields?: Readonly<Record<string, SelectionRecord>>;
}

type SelectionRecord = { readonly [List in keyof FieldSelection]: string };

export function recordOptions({ include, exclude, fields, ...others }: InspectOptions): OptionsRecord {
  return {
    ...recordSelection({ include, exclude }),
    ...(fields && { fields: mapValues(fields, recordSelection) }),
    ...others,
  };
}

/** @throws TypeError for what is no such record */
export function optionsOf({ include, exclude, fields, ...others }: OptionsRecord): InspectOptions {
  return {
    ...selectionOf({ include, exclude }),
    ...(fields && { fields: mapValues(fields, selectionOf) }),
    ...others,
  };
}

function recordSelection({ include, exclude }: FieldSelection): SelectionRecord {
  return {
    ...(include && { include: include.join(' ') }),
    ...(exclude && { exclude: exclude.join(' ') }),
  };
}

function selectionOf({ include, exclude }: SelectionRecord): FieldSelection {
  return {
    ...(include !== undefined && { include: wordsOf(include) }),
    ...(exclude !== undefined && { exclude: wordsOf(exclude) }),
  };
}

function wordsOf(text: string): readonly string[] {
  if (typeof text !== 'string') throw new TypeError('a list of its options is no text.');
  return text.split(' ').filter((word) => word !== '');
}

function mapValues<From, To>(
  record: Readonly<Record<string, From>>,
  map: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}
