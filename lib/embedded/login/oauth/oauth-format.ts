import type { Answer } from '../../rest/org-exchange.interface.js';
import { xmlDocument } from '../../xml/xml-text.js';
import { xmlElement } from '../soap/xml-value.js';

type Format = 'json' | 'xml' | 'urlencoded';

const TYPES: Readonly<Record<Format, string>> = {
  json: 'application/json;charset=UTF-8',
  xml: 'application/xml;charset=UTF-8',
  urlencoded: 'application/x-www-form-urlencoded',
};

/** What the parameter `format` and the header `Accept` ask for; the parameter wins, and of a list the first that is known. */
export function oauthFormat(parameter: string | null, accept: string | undefined): Format {
  if (parameter === 'json' || parameter === 'xml' || parameter === 'urlencoded') return parameter;
  for (const type of (accept ?? '').split(',').map((entry) => entry.split(';')[0]!.trim().toLowerCase())) {
    if (type === 'application/json' || type === '*/*') return 'json';
    if (type === 'application/xml') return 'xml';
    if (type === 'application/x-www-form-urlencoded') return 'urlencoded';
  }
  return 'json';
}

/** An answer of the OAuth services in the format that was asked for. */
export function oauthAnswer(
  format: Format,
  status: number,
  fields: Readonly<Record<string, string | number | undefined>>,
): Answer {
  const present = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return {
    status,
    headers: { 'content-type': TYPES[format], 'cache-control': 'no-cache, no-store' },
    body: write(format, present),
  };
}

function write(format: Format, fields: readonly (readonly [string, string | number])[]): string {
  switch (format) {
    case 'json':
      return JSON.stringify(Object.fromEntries(fields));
    case 'xml':
      return xmlDocument(xmlElement('OAuth', Object.fromEntries(fields)));
    case 'urlencoded':
      return new URLSearchParams(
        fields.map(([name, value]): [string, string] => [name, String(value)]),
      ).toString();
  }
}
