import { describe, expect, it } from '@jest/globals';
import { xmlText } from '../../../../../lib/embedded/rest/format/xml-answer.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';

const line = (id: string, quantity: number) => ({
  attributes: {
    type: 'OpportunityLineItem',
    url: `/services/data/v20.0/sobjects/OpportunityLineItem/${id}`,
  },
  Quantity: quantity,
});

describe('xmlText', () => {
  it('writes a record as an element of its type, its fields in their order', () => {
    const record = {
      attributes: { type: 'Account', url: '/services/data/v67.0/sobjects/Account/001D000000K0fXOIAZ' },
      Name: 'A & B <"quoted">',
      BillingPostalCode: '94105',
      Industry: null,
      Id: '001D000000K0fXOIAZ',
    };
    expect(xmlText(record)).toBe(
      `${HEAD}<Account xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" type="Account" ` +
        'url="/services/data/v67.0/sobjects/Account/001D000000K0fXOIAZ"><Name>A &amp; B &lt;&quot;quoted&quot;&gt;</Name>' +
        '<BillingPostalCode>94105</BillingPostalCode><Industry xsi:nil="true"/><Id>001D000000K0fXOIAZ</Id></Account>',
    );
  });

  it('writes a query result with parents and children as they come from the platform', () => {
    const result = {
      totalSize: 1,
      done: true,
      records: [
        {
          attributes: {
            type: 'Opportunity',
            url: '/services/data/v20.0/sobjects/Opportunity/0068000000SvrwHAAR',
          },
          Name: 'Test Opp',
          Owner: {
            attributes: { type: 'User', url: '/services/data/v20.0/sobjects/User/00580000001nhfBAAQ' },
            Name: 'Andrew Snape',
          },
          HasOpportunityLineItem: true,
          OpportunityLineItems: {
            totalSize: 2,
            done: true,
            records: [line('00k8000000Dh12BAAR', 12), line('00k8000000Dh12AAAR', 3)],
          },
        },
      ],
    };
    expect(xmlText(result)).toBe(
      `${HEAD}<QueryResult><done>true</done>` +
        '<records type="Opportunity" url="/services/data/v20.0/sobjects/Opportunity/0068000000SvrwHAAR">' +
        '<Name>Test Opp</Name>' +
        '<Owner type="User" url="/services/data/v20.0/sobjects/User/00580000001nhfBAAQ"><Name>Andrew Snape</Name></Owner>' +
        '<HasOpportunityLineItem>true</HasOpportunityLineItem>' +
        '<OpportunityLineItems><done>true</done>' +
        '<records type="OpportunityLineItem" url="/services/data/v20.0/sobjects/OpportunityLineItem/00k8000000Dh12BAAR">' +
        '<Quantity>12</Quantity></records>' +
        '<records type="OpportunityLineItem" url="/services/data/v20.0/sobjects/OpportunityLineItem/00k8000000Dh12AAAR">' +
        '<Quantity>3</Quantity></records>' +
        '<totalSize>2</totalSize></OpportunityLineItems></records><totalSize>1</totalSize></QueryResult>',
    );
  });

  it.each<[string, unknown, string]>([
    [
      'errors',
      [
        {
          message: 'Required fields are missing: [Name]',
          errorCode: 'REQUIRED_FIELD_MISSING',
          fields: ['Name'],
        },
      ],
      '<Errors><Error><errorCode>REQUIRED_FIELD_MISSING</errorCode><fields>Name</fields>' +
        '<message>Required fields are missing: [Name]</message></Error></Errors>',
    ],
    [
      'the result of a creation',
      { id: '001D000000IqhSLIAZ', success: true, errors: [] },
      '<Result><id>001D000000IqhSLIAZ</id><success>true</success></Result>',
    ],
    [
      'the results of a collection',
      [
        { id: '001D000000IqhSLIAZ', success: true, errors: [] },
        { success: false, errors: [{ statusCode: 'MALFORMED_ID', message: 'malformed id x', fields: [] }] },
      ],
      '<Results><Result><id>001D000000IqhSLIAZ</id><success>true</success></Result><Result><errors>' +
        '<message>malformed id x</message><statusCode>MALFORMED_ID</statusCode></errors><success>false</success></Result></Results>',
    ],
    [
      'the result of a tree',
      {
        hasErrors: true,
        results: [
          {
            referenceId: 'ref2',
            errors: [
              {
                statusCode: 'INVALID_EMAIL_ADDRESS',
                message: 'Email: invalid email address: 123',
                fields: ['Email'],
              },
            ],
          },
        ],
      },
      '<SObjectTreeResponse><hasErrors>true</hasErrors><results><errors><fields>Email</fields>' +
        '<message>Email: invalid email address: 123</message><statusCode>INVALID_EMAIL_ADDRESS</statusCode></errors>' +
        '<referenceId>ref2</referenceId></results></SObjectTreeResponse>',
    ],
    [
      'the results of a batch',
      {
        hasErrors: false,
        results: [
          { statusCode: 204, result: null },
          { statusCode: 200, result: { attributes: { type: 'Account', url: '/x' }, Name: 'NewName' } },
          { statusCode: 404, result: [{ errorCode: 'NOT_FOUND', message: 'gone' }] },
        ],
      },
      '<batchResults><hasErrors>false</hasErrors><results>' +
        '<batchResult><statusCode>204</statusCode><result/></batchResult>' +
        '<batchResult><statusCode>200</statusCode><result><Account type="Account" url="/x"><Name>NewName</Name></Account></result></batchResult>' +
        '<batchResult><statusCode>404</statusCode><result><Errors><Error><errorCode>NOT_FOUND</errorCode><message>gone</message></Error></Errors></result></batchResult>' +
        '</results></batchResults>',
    ],
    [
      'a description',
      {
        name: 'Account',
        keyPrefix: '001',
        fields: [
          { name: 'Id', length: 18 },
          { name: 'Name', length: 255 },
        ],
      },
      '<Account><fields><length>18</length><name>Id</name></fields><fields><length>255</length><name>Name</name></fields>' +
        '<keyPrefix>001</keyPrefix><name>Account</name></Account>',
    ],
    [
      'the short description of an object',
      { objectDescribe: { name: 'Account', keyPrefix: '001' }, recentItems: [] },
      '<Account><objectDescribe><keyPrefix>001</keyPrefix><name>Account</name></objectDescribe></Account>',
    ],
    [
      'all objects',
      { encoding: 'UTF-8', maxBatchSize: 200, sobjects: [{ name: 'Account' }, { name: 'Contact' }] },
      '<DescribeGlobal><encoding>UTF-8</encoding><maxBatchSize>200</maxBatchSize><sobjects><name>Account</name></sobjects>' +
        '<sobjects><name>Contact</name></sobjects></DescribeGlobal>',
    ],
    ['the result of a search', { searchRecords: [] }, '<SearchResults/>'],
    ['anything else', { '1st name!': 1 }, '<Result><_1st_name_>1</_1st_name_></Result>'],
    ['a text', 'a', '<Result>a</Result>'],
  ])('names %s as the platform does', (_, body, xml) => {
    expect(xmlText(body)).toBe(HEAD + xml);
  });

  it('takes the names that a resource gives', () => {
    const versions = [{ version: '31.0', label: "Summer '14", url: '/services/data/v31.0' }];
    expect(xmlText(versions, { root: 'Versions', item: 'Version' })).toBe(
      `${HEAD}<Versions><Version><label>Summer &apos;14</label><url>/services/data/v31.0</url><version>31.0</version></Version></Versions>`,
    );
  });

  it('leaves out what XML cannot hold', () => {
    expect(xmlText({ a: 'x\u0000\u001B\uD800\uFFFEy\n😀' })).toBe(`${HEAD}<Result><a>xy\n😀</a></Result>`);
  });
});
