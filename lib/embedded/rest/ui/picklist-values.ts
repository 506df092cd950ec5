import { createHash } from 'node:crypto';
import type { DescribeField, DescribeSObjectResult } from '../../../protocol/describe.interface.js';
import { picklistsOf } from '../sobjects/sobject-description.js';

/** The values of every picklist of an object, for a record type. @param url of the collection of them */
export function picklistFieldValues(description: DescribeSObjectResult, url: string) {
  const picklistFieldValues = Object.fromEntries(
    picklistsOf(description)
      .map((field) => [field.name, picklistValues(field, url)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return { eTag: tagOf(picklistFieldValues), picklistFieldValues };
}

/** The values of one picklist. */
export function picklistValues(field: DescribeField, url: string) {
  const values = field.picklistValues
    .filter(({ active }) => active)
    .map(({ label, value }) => ({ attributes: null, label, validFor: [], value }));
  const chosen = field.picklistValues.find(({ active, defaultValue }) => active && defaultValue);
  const defaultValue = values.find(({ value }) => value === chosen?.value) ?? null;
  const content = { controllerValues: {}, defaultValue, values };
  return {
    controllerValues: content.controllerValues,
    defaultValue,
    eTag: tagOf(content),
    url: `${url}/${field.name}`,
    values,
  };
}

function tagOf(content: unknown): string {
  return createHash('md5').update(JSON.stringify(content)).digest('hex');
}
