import { OrgError } from '../../org-error.js';
import { parseXml, type XmlElement } from '../../xml/xml-element.js';
import { BatchError } from '../batch-error.js';
import { RecordListReader } from './record-list-reader.js';

/** Reads the rows of a batch of `<sObject>` elements. */
export class XmlRowReader extends RecordListReader<XmlElement> {
  /** @throws BatchError for a text that is not well-formed */
  constructor(text: string, from: number) {
    super(recordsOf(text), from);
  }

  protected valuesOf(record: XmlElement): Record<string, unknown> {
    return valuesOf(record);
  }
}

function recordsOf(text: string): readonly XmlElement[] {
  try {
    return parseXml(text).children.filter(({ name }) => name === 'sObject');
  } catch (error) {
    if (error instanceof OrgError) throw new BatchError('InvalidXml', error.message);
    throw error;
  }
}

/** A parent stands in an element of its relationship, which holds one of its own with the parent's key. */
function valuesOf(record: XmlElement): Record<string, unknown> {
  return Object.fromEntries(
    record.children.filter(({ name }) => name !== 'type').map((child) => [child.name, valueOf(child)]),
  );
}

function valueOf(element: XmlElement): unknown {
  if (element.attributes.get('nil') === 'true') return null;
  const parent = element.children.find(({ name }) => name === 'sObject');
  if (!parent) return element.text === '' ? undefined : element.text;
  const type = parent.children.find(({ name }) => name === 'type')?.text;
  return { ...(type !== undefined && { attributes: { type } }), ...valuesOf(parent) };
}
