import { describe, expect, it } from '@jest/globals';
import { Catalog } from '../../../../../lib/embedded/catalog/catalog.js';
import { writeDecimals } from '../../../../../lib/embedded/rest/format/decimal-number.js';
import { jsonText } from '../../../../../lib/embedded/rest/format/json-text.js';

describe('jsonText', () => {
  it('writes no more than it must', () => {
    expect(jsonText({ a: [1, null, { b: 'ü"' }], c: undefined }, false)).toBe('{"a":[1,null,{"b":"ü\\""}]}');
  });

  it('lays a text out as the platform does', () => {
    const body = {
      totalSize: 1,
      done: true,
      records: [
        { attributes: { type: 'Opportunity', url: '/x' }, Name: 'A', Amount: 5, Account: null },
        { attributes: { type: 'Opportunity' } },
      ],
      errors: [],
      nothing: {},
      ids: ['a', 'b'],
      left: undefined,
    };
    writeDecimals(body, Catalog.standard());
    expect(jsonText(body, true)).toBe(`{
  "totalSize" : 1,
  "done" : true,
  "records" : [ {
    "attributes" : {
      "type" : "Opportunity",
      "url" : "/x"
    },
    "Name" : "A",
    "Amount" : 5.0,
    "Account" : null
  }, {
    "attributes" : {
      "type" : "Opportunity"
    }
  } ],
  "errors" : [ ],
  "nothing" : { },
  "ids" : [ "a", "b" ]
}`);
  });
});
