import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { partedPage } from '../../../lib/connection/page-parts.js';
import { InvalidResponseException } from '../../../lib/exceptions/invalid-response.exception.js';

const A = '{"attributes":{"type":"Account"},"Name":"A"}';
const B = '{"attributes":{"type":"Account"},"Name":"B"}';
const C = '{"attributes":{"type":"Account"},"Name":"C"}';
const X = '{"attributes":{"type":"Contact"},"Name":"X"}';
const Y = '{"attributes":{"type":"Contact"},"Name":"Y"}';
const named = (...names: string[]) => names.map((Name) => ({ attributes: { type: 'Account' }, Name }));

const parts = (text: string, size = 1) => {
  const page = partedPage(Buffer.from(text), 'emea', size);
  return page && [...page.parts()];
};
const records = (text: string, size = 1) => parts(text, size)?.map((part) => part.records);

describe('partedPage', () => {
  it('gives the records of a page part by part, and with each what the page says', () => {
    const head = {
      totalSize: 5,
      done: false,
      nextRecordsUrl: '/services/data/v67.0/query/01gRO0000016PIAYA2-500',
    };
    const text = `{"totalSize":5,"done":false,"nextRecordsUrl":"${head.nextRecordsUrl}","records":[${A},${B},${C}]}`;
    expect(parts(text, 50)).toEqual([
      { ...head, records: named('A', 'B'), more: true },
      { ...head, records: named('C'), more: false },
    ]);
  });

  it('tells of the page before any record is parsed', () => {
    const page = partedPage(Buffer.from(`{"totalSize":2,"done":true,"records":[${A},oops]}`), 'emea');
    expect(page).toMatchObject({ totalSize: 2, done: true, nextRecordsUrl: undefined });
  });

  it('gives a page that is shorter than a part as one', () => {
    const page = partedPage(Buffer.from(`{"totalSize":2,"done":true,"records":[${A},${B}]}`), 'emea');
    expect([...(page?.parts() ?? [])]).toEqual([
      { totalSize: 2, done: true, records: named('A', 'B'), more: false },
    ]);
  });

  it.each([
    ['after the records', `{"records":[${A},${B}],"totalSize":2,"done":true}`],
    ['around the records', `{"done":true,"records":[${A},${B}],"totalSize":2}\n`],
  ])('reads what the page says %s', (_where, text) => {
    expect(parts(text)).toMatchObject([
      { totalSize: 2, done: true, records: named('A'), more: true },
      { totalSize: 2, done: true, records: named('B'), more: false },
    ]);
  });

  it.each([
    ['a text that looks like the end of a record', '},{"attributes":{"type":"Account"'],
    ['the end of the list', ']}'],
    ['backslashes', '\\'],
    ['a quote after a backslash', '\\"},{"attributes":{"type":"Account"}},'],
    ['characters of several bytes', 'Ünal 🦄 日本'],
    ['line separators', '\u2028\u2029\u0000'],
  ])('is not misled by %s in a value', (_what, Name) => {
    const record = { attributes: { type: 'Account' }, Name };
    const text = JSON.stringify({ totalSize: 3, done: true, records: [record, record, record] });
    expect(records(text)).toEqual([[record], [record], [record]]);
  });

  it('leaves child records where they are', () => {
    const parent = `{"attributes":{"type":"Account"},"Contacts":{"totalSize":2,"done":true,"records":[${X},${Y}]}}`;
    const found = records(`{"totalSize":2,"done":true,"records":[${parent},${parent}]}`);
    const children = ['X', 'Y'].map((Name) => ({ attributes: { type: 'Contact' }, Name }));
    const expected = {
      attributes: { type: 'Account' },
      Contacts: { totalSize: 2, done: true, records: children },
    };
    expect(found).toEqual([[expected], [expected]]);
  });

  it('parses the rest at once where child records are of the kind of their parents', () => {
    const parent = `{"attributes":{"type":"Account"},"ChildAccounts":{"totalSize":2,"done":true,"records":[${A},${B}]}}`;
    const expected = {
      attributes: { type: 'Account' },
      ChildAccounts: { totalSize: 2, done: true, records: named('A', 'B') },
    };
    expect(records(`{"totalSize":3,"done":true,"records":[${C},${parent},${parent}]}`)).toEqual([
      named('C'),
      [expected, expected],
    ]);
  });

  it.each([
    ['no records', '{"totalSize":0,"done":true,"records":[]}'],
    ['records without attributes', '{"totalSize":1,"done":true,"records":[{"Id":"1"}]}'],
    ['white space', `{ "totalSize": 1, "done": true, "records": [${A}] }`],
    ['a property that is not known', `{"totalSize":1,"done":true,"hint":"x","records":[${A}]}`],
    ['records within another property', `{"totalSize":1,"done":true,"x":{"records":[${A}]}}`],
    ['a number that is none', `{"totalSize":01,"done":true,"records":[${A}]}`],
    ['nothing of its end', `{"totalSize":1,"records":[${A}]}`],
    ['half of itself', `{"totalSize":2,"done":true,"records":[${A},{"attributes":`],
    ['an error', '[{"errorCode":"INVALID_FIELD","message":"No such column"}]'],
    ['nothing at all', ''],
  ])('leaves a page alone that has %s', (_what, text) => {
    expect(partedPage(Buffer.from(text), 'emea')).toBeUndefined();
  });

  it.each([
    ['a broken record', `${A},{"attributes":{"type":"Account"},"Name":oops}`],
    ['a comma too many', `${A},${B},`],
    ['a second list of records', `${A}],"records":[${B}`],
    ['brackets that only seem to match', `${A}],"done":true,"x":[${B}`],
  ])('refuses %s, and quotes nothing of it', (_what, list) => {
    const page = partedPage(Buffer.from(`{"totalSize":2,"done":true,"records":[${list}]}`), 'emea', 1);
    const read = () => [...(page?.parts() ?? [])];
    expect(read).toThrow(InvalidResponseException);
    expect(read).toThrow(/^(?!.*(Account|oops))/);
  });

  describe('of any page', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '},{"attributes":{"type":"Account"',
        '"},{',
        '\\',
        '\\"',
        ']}',
        '"records":[',
        '{"attributes":{"type":"Account"}}',
      ),
    );
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        text,
        fc.double({ noNaN: true }),
        fc.boolean(),
        fc.constant(null),
        tie('page'),
        fc.array(tie('any'), { maxLength: 3 }),
      ),
      record: fc
        .tuple(fc.constantFrom('Account', 'Contact'), fc.dictionary(text, tie('any'), { maxKeys: 3 }))
        .map(([type, fields]) => Object.assign({ attributes: { type } }, fields)),
      page: fc.record({
        totalSize: fc.nat(),
        done: fc.boolean(),
        records: fc.array(tie('record'), { maxLength: 4 }),
      }),
    }));
    const page = fc.record({
      totalSize: fc.nat(),
      done: fc.boolean(),
      records: fc.array(value.record, { minLength: 1, maxLength: 8 }),
    });

    it('gives the records that parsing it as a whole gives', () => {
      fc.assert(
        fc.property(page, fc.integer({ min: 1, max: 300 }), (whole, size) => {
          const json = JSON.stringify(whole);
          expect(records(json, size)?.flat()).toEqual((JSON.parse(json) as typeof whole).records);
        }),
        { seed: 7, numRuns: 2_000 },
      );
    });

    it('takes no text that is no JSON', () => {
      const damage = fc.tuple(
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        fc.constantFrom('', '"', ',', '{', '}', '[', ']', '\\'),
      );
      fc.assert(
        fc.property(page, fc.integer({ min: 1, max: 300 }), damage, (whole, size, [where, put]) => {
          const json = JSON.stringify(whole);
          const at = Math.floor(where * json.length);
          const damaged = json.slice(0, at) + put + json.slice(at + 1);
          const parsed = attempt(() => JSON.parse(damaged) as unknown);
          const parted = attempt(() => records(damaged, size)?.flat());
          if (parted !== undefined)
            expect({ records: parted }).toEqual({ records: (parsed as typeof whole).records });
        }),
        { seed: 8, numRuns: 2_000 },
      );
    });
  });
});

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
