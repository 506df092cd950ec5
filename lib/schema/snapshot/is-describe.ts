import type { DescribeSObjectResult } from '../../protocol/describe.interface.js';

/** Whether a value that a file holds is the describe of an object, as far as all that reads describes relies on it. */
export function isDescribe(value: unknown): value is DescribeSObjectResult {
  const { name, fields, childRelationships } = (value ?? {}) as Partial<Record<string, unknown>>;
  if (typeof name !== 'string' || !Array.isArray(fields) || !fields.every(isField)) return false;
  return childRelationships === undefined || childRelationships === null || Array.isArray(childRelationships);
}

function isField(value: unknown): boolean {
  const { name, type } = (value ?? {}) as Partial<Record<string, unknown>>;
  return typeof name === 'string' && typeof type === 'string';
}
