import { parseXml, type XmlElement } from '../../xml/xml-element.js';

/** What JSON bodies have as lists, and XML ones as elements that may come once. */
const LISTS: ReadonlySet<string> = new Set(['records', 'ids', 'fields', 'inputs', 'batchRequests']);
/** Switches of requests, which are no texts. */
const SWITCHES: ReadonlySet<string> = new Set(['allOrNone', 'haltOnError']);

/**
 * The value that an XML body stands for: what its JSON form would be, with texts for all values, which fields of every
 * type accept.
 *
 * @throws OrgError when it is not well-formed
 */
export function xmlValue(text: string): unknown {
  const root = parseXml(text);
  return root.children.length === 0 && root.text.trim() === '' ? withAttributes(root, {}) : valueOf(root);
}

function valueOf(element: XmlElement): unknown {
  if (element.attributes.get('nil') === 'true') return null;
  if (element.children.length === 0 && !hasAttributes(element)) {
    return SWITCHES.has(element.name) ? element.text.trim() === 'true' : element.text;
  }
  const values: Record<string, unknown> = {};
  for (const child of element.children) add(values, child);
  return withAttributes(element, values);
}

function add(values: Record<string, unknown>, child: XmlElement): void {
  const { name } = child;
  if (name === 'batchRequests') values[name] = child.children.map(valueOf);
  else if (name === 'richInput') values[name] = child.children[0] ? valueOf(child.children[0]) : null;
  else if (!Object.hasOwn(values, name)) {
    define(values, name, LISTS.has(name) ? [valueOf(child)] : valueOf(child));
  } else {
    const before = values[name];
    define(values, name, Array.isArray(before) ? [...before, valueOf(child)] : [before, valueOf(child)]);
  }
}

/** An element may be called `__proto__`. */
function define(values: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(values, name, { value, enumerable: true, configurable: true, writable: true });
}

function withAttributes(element: XmlElement, values: Record<string, unknown>): Record<string, unknown> {
  if (!hasAttributes(element)) return values;
  return { attributes: Object.fromEntries(element.attributes), ...values };
}

function hasAttributes({ attributes }: XmlElement): boolean {
  for (const name of attributes.keys()) if (name !== 'nil') return true;
  return false;
}
