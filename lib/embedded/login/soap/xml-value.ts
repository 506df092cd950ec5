import { element, escapeXml, nil } from '../../xml/xml-text.js';

/** What the XML documents of the login services are made of. */
export type XmlValue = string | number | boolean | null | { readonly [name: string]: XmlValue };

export function xmlElement(name: string, value: XmlValue): string {
  if (value === null) return nil(name);
  if (typeof value !== 'object') return element(name, escapeXml(String(value)));
  const members = Object.entries(value).map(([key, inner]) => xmlElement(key, inner));
  return element(name, members.join(''));
}
