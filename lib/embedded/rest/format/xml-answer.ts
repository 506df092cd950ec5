import { attribute, element, escapeXml, nil, xmlDocument } from '../../xml/xml-text.js';
import { isObject } from '../request-body.js';
import { decimalTextOf } from './decimal-number.js';

/** What the elements of an answer are called where its body does not say it. */
export interface XmlElementNames {
  readonly root: string;
  /** Of each item, where the body is a list. */
  readonly item?: string;
}

/** An answer's body as an XML text. */
export function xmlText(body: unknown, names: XmlElementNames = namesOf(body)): string {
  return xmlDocument(rootElement(body, names));
}

function rootElement(body: unknown, names: XmlElementNames): string {
  if (Array.isArray(body)) {
    return element(names.root, body.map((item) => written(names.item ?? 'item', item)).join(''));
  }
  if (isBatch(body)) return batchElement(body);
  return written(names.root, body);
}

/** What the platform calls the things that its answers consist of. */
function namesOf(body: unknown): XmlElementNames {
  if (Array.isArray(body)) {
    if (body.every((item) => isObject(item) && 'errorCode' in item)) return { root: 'Errors', item: 'Error' };
    return { root: 'Results', item: 'Result' };
  }
  if (!isObject(body)) return { root: 'Result' };
  const record = typeOf(body);
  if (record !== undefined) return { root: record };
  if ('totalSize' in body) return { root: 'QueryResult' };
  if ('searchRecords' in body) return { root: 'SearchResults' };
  if ('sobjects' in body && 'maxBatchSize' in body) return { root: 'DescribeGlobal' };
  const described = isObject(body['objectDescribe']) ? body['objectDescribe'] : body;
  if ('keyPrefix' in described && typeof described['name'] === 'string') return { root: described['name'] };
  if ('hasErrors' in body) return { root: 'SObjectTreeResponse' };
  return { root: 'Result' };
}

function written(name: string, value: unknown): string {
  if (value === undefined) return '';
  if (value === null) return nil(name);
  if (Array.isArray(value)) return value.map((item) => written(name, item)).join('');
  const decimal = decimalTextOf(value);
  if (decimal !== undefined) return element(name, decimal);
  if (!isObject(value)) return element(name, escapeXml(String(value)));
  const content = members(value)
    .map(([key, member]) => written(key, member))
    .join('');
  return element(name, content, attributesOf(value));
}

/** Those of a record stay in their order; all else is in that of the alphabet. */
function members(value: Readonly<Record<string, unknown>>): [string, unknown][] {
  const entries = Object.entries(value);
  if (isObject(value['attributes'])) return entries.filter(([name]) => name !== 'attributes');
  return entries.sort(([a], [b]) => (a < b ? -1 : 1));
}

function attributesOf({ attributes }: Readonly<Record<string, unknown>>): string {
  if (!isObject(attributes)) return '';
  return Object.entries(attributes)
    .filter(([, value]) => value !== null && typeof value !== 'object')
    .map(([name, value]) => attribute(name, String(value)))
    .join('');
}

function typeOf({ attributes }: Readonly<Record<string, unknown>>): string | undefined {
  return isObject(attributes) && typeof attributes['type'] === 'string' ? attributes['type'] : undefined;
}

interface Batch extends Readonly<Record<string, unknown>> {
  readonly hasErrors: boolean;
  readonly results: readonly { readonly statusCode: number; readonly result: unknown }[];
}

function isBatch(body: unknown): body is Batch {
  if (!isObject(body) || !Array.isArray(body['results'])) return false;
  const first: unknown = body['results'][0];
  return isObject(first) && 'statusCode' in first && 'result' in first;
}

/** Each result of a batch is what the call alone would have been answered with. */
function batchElement({ hasErrors, results }: Batch): string {
  const items = results.map(({ statusCode, result }) => {
    const content = result === null || result === undefined ? '' : rootElement(result, namesOf(result));
    return element('batchResult', element('statusCode', String(statusCode)) + element('result', content));
  });
  return element(
    'batchResults',
    element('hasErrors', String(hasErrors)) + element('results', items.join('')),
  );
}
