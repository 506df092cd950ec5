import type { Answer } from '../../rest/org-exchange.interface.js';
import { element, escapeXml, nil, xmlDocument } from '../../xml/xml-text.js';

export type ClassicFormat = 'json' | 'xml';

export const CLASSIC_NAMESPACE = ' xmlns="http://www.force.com/2009/06/asyncapi/dataload"';

const XML_TYPE = 'application/xml';
const JSON_TYPE = 'application/json';

type Properties = Readonly<Record<string, unknown>>;

/** Properties of a thing with the name that XML gives it. */
export interface ClassicInfo {
  readonly name: 'jobInfo' | 'batchInfo' | 'error';
  readonly properties: Properties;
}

/** One thing. In JSON its properties are in the order of the alphabet, as the platform has them. */
export function infoAnswer(status: number, { name, properties }: ClassicInfo, format: ClassicFormat): Answer {
  if (format === 'json') return jsonAnswer(status, sorted(properties));
  return xmlAnswer(status, element(name, content(properties), CLASSIC_NAMESPACE));
}

/** All batches of a job. */
export function batchListAnswer(batches: readonly Properties[], format: ClassicFormat): Answer {
  if (format === 'json') return jsonAnswer(200, { batchInfo: batches.map(sorted) });
  const list = batches.map((batch) => element('batchInfo', content(batch))).join('');
  return xmlAnswer(200, element('batchInfoList', list, CLASSIC_NAMESPACE));
}

export function jsonAnswer(status: number, value: unknown): Answer {
  return textAnswer(status, JSON_TYPE, JSON.stringify(value));
}

/** @param root written already */
export function xmlAnswer(status: number, root: string): Answer {
  return textAnswer(status, XML_TYPE, xmlDocument(root));
}

export function textAnswer(status: number, contentType: string, body: string): Answer {
  return { status, headers: { 'content-type': contentType }, body };
}

/** A record inside a result: what is null says so, and parents are records inside. */
export function recordElement(name: string, record: Properties): string {
  const { attributes, ...fields } = record as Properties & { attributes?: { type?: string } };
  const members = Object.entries(fields).map(([field, value]) => member(field, value));
  return element(
    name,
    element('type', escapeXml(attributes?.type ?? '')) + members.join(''),
    ' xsi:type="sObject"',
  );
}

function member(name: string, value: unknown): string {
  if (value === null || value === undefined) return nil(name);
  if (typeof value === 'object') return recordElement(name, value as Properties);
  return element(name, escapeXml(String(value)));
}

/** What is not there has no element. */
function content(properties: Properties): string {
  return Object.entries(properties)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => element(name, escapeXml(String(value))))
    .join('');
}

function sorted(properties: Properties): Properties {
  const entries = Object.entries(properties).map(([name, value]) => [name, value ?? null] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
