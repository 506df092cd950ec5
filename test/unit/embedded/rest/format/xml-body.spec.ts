import { describe, expect, it } from '@jest/globals';
import { xmlValue } from '../../../../../lib/embedded/rest/format/xml-body.js';

describe('xmlValue', () => {
  it('reads a record', () => {
    expect(
      xmlValue(
        '<?xml version="1.0" encoding="UTF-8"?><Account xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
          '<Name>Express Logistics</Name><NumberOfEmployees>12</NumberOfEmployees><Industry xsi:nil="true"/><Site></Site>' +
          '<Parent><ExtId__c>A1</ExtId__c></Parent></Account>',
      ),
    ).toEqual({
      Name: 'Express Logistics',
      NumberOfEmployees: '12',
      Industry: null,
      Site: '',
      Parent: { ExtId__c: 'A1' },
    });
  });

  it('reads trees of records', () => {
    expect(
      xmlValue(
        '<SObjectTreeRequest><records type="Account" referenceId="acct1"><name>Acme</name><Contacts>' +
          '<records type="Contact" referenceId="con1"><lastname>Smith</lastname></records>' +
          '<records type="Contact" referenceId="con2"><lastname>Evans</lastname></records>' +
          '</Contacts></records></SObjectTreeRequest>',
      ),
    ).toEqual({
      records: [
        {
          attributes: { type: 'Account', referenceId: 'acct1' },
          name: 'Acme',
          Contacts: {
            records: [
              { attributes: { type: 'Contact', referenceId: 'con1' }, lastname: 'Smith' },
              { attributes: { type: 'Contact', referenceId: 'con2' }, lastname: 'Evans' },
            ],
          },
        },
      ],
    });
  });

  it('reads batches', () => {
    expect(
      xmlValue(
        '<batch><haltOnError>true</haltOnError><batchRequests><batchRequest><method>PATCH</method>' +
          '<url>v37.0/sobjects/Account/001D000000K0fXOIAZ</url><richInput><Account><Name>NewName</Name></Account></richInput>' +
          '</batchRequest><batchRequest><method>GET</method><url>v37.0/limits/</url></batchRequest></batchRequests></batch>',
      ),
    ).toEqual({
      haltOnError: true,
      batchRequests: [
        {
          method: 'PATCH',
          url: 'v37.0/sobjects/Account/001D000000K0fXOIAZ',
          richInput: { Name: 'NewName' },
        },
        { method: 'GET', url: 'v37.0/limits/' },
      ],
    });
  });

  it('makes a list of what comes more than once, and nothing of names that mean something elsewhere', () => {
    const value = xmlValue('<a><b>1</b><b>2</b><b>3</b><__proto__><c>1</c></__proto__></a>');
    expect(Object.entries(value as object)).toEqual([
      ['b', ['1', '2', '3']],
      ['__proto__', { c: '1' }],
    ]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it('reads an empty record', () => {
    expect(xmlValue('<Account/>')).toEqual({});
  });

  it('refuses what is no XML', () => {
    expect(() => xmlValue('<Account>')).toThrow(
      'XML document structures must start and end within the same entity.',
    );
  });
});
