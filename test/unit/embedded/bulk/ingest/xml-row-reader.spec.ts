import { describe, expect, it } from '@jest/globals';
import { XmlRowReader } from '../../../../../lib/embedded/bulk/ingest/xml-row-reader.js';

const HEAD =
  '<?xml version="1.0" encoding="UTF-8"?><sObjects xmlns="http://www.force.com/2009/06/asyncapi/dataload" ' +
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">';

describe('XmlRowReader', () => {
  it('reads values: null where an element says so, none where it is empty', () => {
    const text = `${HEAD}<sObject><type>Contact</type><Id>003</Id><A>x &amp; y</A><B xsi:nil="true"/><C></C></sObject></sObjects>`;
    expect(new XmlRowReader(text, 0).next()).toEqual({
      id: '003',
      values: { A: 'x & y', B: null, C: undefined },
    });
  });

  it('reads parents by their keys, with their types where they are given', () => {
    const text =
      `${HEAD}<sObject><Account><sObject><Number__c>1</Number__c></sObject></Account>` +
      '<Who><sObject><type>Lead</type><Email>a@b.c</Email></sObject></Who></sObject></sObjects>';
    expect(new XmlRowReader(text, 0).next()).toEqual({
      id: '',
      values: { Account: { Number__c: '1' }, Who: { attributes: { type: 'Lead' }, Email: 'a@b.c' } },
    });
  });

  it('goes on where another one stopped', () => {
    const text = `${HEAD}<sObject><A>1</A></sObject><sObject><A>2</A></sObject></sObjects>`;
    const first = new XmlRowReader(text, 0);
    first.next();
    const second = new XmlRowReader(text, first.position);
    expect([second.next(), second.next()]).toEqual([{ id: '', values: { A: '2' } }, undefined]);
  });

  it('refuses what is not well-formed', () => {
    expect(() => new XmlRowReader('<sObjects>', 0)).toThrow(
      'InvalidXml : XML document structures must start and end within the same entity.',
    );
  });
});
