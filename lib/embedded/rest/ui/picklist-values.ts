import { createHash } from 'node:crypto';
import type { DescribeField, DescribeSObjectResult } from '../../../protocol/describe.interface.js';
import { decodeValidFor } from '../../../schema/picklist/valid-for.js';
import { picklistsOf } from '../sobjects/sobject-description.js';

/** The values of every picklist of an object, for a record type. @param url of the collection of them */
export function picklistFieldValues(description: DescribeSObjectResult, url: string) {
  const picklistFieldValues = Object.fromEntries(
    picklistsOf(description)
      .map((field) => [field.name, picklistValues(description, field, url)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return { eTag: tagOf(picklistFieldValues), picklistFieldValues };
}

/** The values of one picklist. */
export function picklistValues({ fields }: DescribeSObjectResult, field: DescribeField, url: string) {
  const controlling = controllingValues(fields.find(({ name }) => name === field['controllerName']));
  const values = field.picklistValues
    .filter(({ active }) => active)
    .map(({ label, value, validFor }) => ({
      attributes: null,
      label,
      validFor: decodeValidFor(validFor ?? '').filter((place) => place < controlling.length),
      value,
    }));
  const chosen = field.picklistValues.find(({ active, defaultValue }) => active && defaultValue);
  const defaultValue = values.find(({ value }) => value === chosen?.value) ?? null;
  const controllerValues = Object.fromEntries(controlling.map((value, place) => [value, place]));
  const content = { controllerValues, defaultValue, values };
  return {
    controllerValues,
    defaultValue,
    eTag: tagOf(content),
    url: `${url}/${field.name}`,
    values,
  };
}

/** The values that choices depend on: those of another picklist, or of a checkbox. */
function controllingValues(controller: DescribeField | undefined): readonly string[] {
  if (controller?.type === 'boolean') return ['false', 'true'];
  return (controller?.picklistValues ?? []).map(({ value }) => value);
}

function tagOf(content: unknown): string {
  return createHash('md5').update(JSON.stringify(content)).digest('hex');
}
