import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { OrgError } from '../../../../../lib/embedded/org-error.js';
import { jsonValue, utf8Text } from '../../../../../lib/embedded/rest/format/json-value.js';
import { readParts } from '../../../../../lib/embedded/rest/format/multipart-body.js';
import { xmlText } from '../../../../../lib/embedded/rest/format/xml-answer.js';
import { xmlValue } from '../../../../../lib/embedded/rest/format/xml-body.js';
import { parseXml } from '../../../../../lib/embedded/xml/xml-element.js';
import { OrgClient } from '../../../../support/org-client.js';

const SEED = { seed: 20_261_121 };

const PIECES = {
  json: [
    '{',
    '}',
    '[',
    ']',
    ':',
    ',',
    '"',
    '\\',
    '"a"',
    '1',
    '-',
    '.',
    'e',
    'null',
    'tru',
    ' ',
    '\n',
    '\u0000',
    '\uD800',
    'ü',
  ],
  xml: [
    '<',
    '>',
    '</',
    '/>',
    '<a>',
    '</a>',
    '<a',
    '=',
    '"',
    "'",
    '&',
    ';',
    '&amp;',
    '&#',
    '&#x41;',
    '<!--',
    '-->',
    '<?',
    '?>',
    '<![CDATA[',
    ']]>',
    '<!DOCTYPE',
    'xsi:nil="true"',
    'text',
    '\u0000',
  ],
  parts: [
    '--x',
    '--x--',
    '\r\n',
    '\r\n\r\n',
    '\n',
    'Content-Type: application/json',
    'Content-Disposition: form-data; name="Body"',
    ':',
    '{}',
    '{"Name":1}',
    '"',
    ';',
    '\u0000',
    'ü',
  ],
} as const;

const textOf = (pieces: readonly string[]) =>
  fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((chosen) => chosen.join(''));

/** What a reader does with any text: it reads it or refuses it, in the platform's way. */
function readsOrRefuses(read: () => unknown): void {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(OrgError);
  }
}

describe('hostile bodies', () => {
  let client: OrgClient;

  beforeAll(async () => {
    client = await OrgClient.open({
      onUnexpectedError: (error) => {
        throw error;
      },
    });
  });
  afterAll(() => client.close());

  it.each([
    ['JSON', textOf(PIECES.json), jsonValue],
    ['XML', textOf(PIECES.xml), xmlValue],
    ['parts', textOf(PIECES.parts), (text: string) => readParts(Buffer.from(text), 'x')],
  ])('are read as %s or refused', (_, texts, read) => {
    fc.assert(
      fc.property(texts, (text) => readsOrRefuses(() => read(text))),
      { ...SEED, numRuns: 2000 },
    );
  });

  it('are text or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 30 }), (bytes) => readsOrRefuses(() => utf8Text(bytes))),
      { ...SEED, numRuns: 2000 },
    );
  });

  it('come out as XML that can be read again', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (body) => {
        expect(parseXml(xmlText(body)).name).toBe('Result');
      }),
      { ...SEED, numRuns: 500 },
    );
  });

  it('never make the org fail', async () => {
    const bodies = fc.oneof(
      fc.record({ type: fc.constant('application/json'), text: textOf(PIECES.json) }),
      fc.record({ type: fc.constant('application/xml'), text: textOf(PIECES.xml) }),
      fc.record({ type: fc.constant('multipart/form-data; boundary=x'), text: textOf(PIECES.parts) }),
      fc.record({ type: fc.string(), text: fc.string() }),
    );
    const paths = fc.constantFrom(
      '/sobjects/Account',
      '/sobjects/Document',
      '/composite/sobjects',
      '/composite',
      '/composite/batch',
    );
    const codings = fc.constantFrom(undefined, 'gzip', 'deflate', 'br', 'gzip, gzip');
    const property = fc.asyncProperty(
      paths,
      bodies,
      codings,
      fc.boolean(),
      async (path, { type, text }, coding, zip) => {
        const response = await client.org.transport.dispatch({
          method: 'POST',
          url: `${client.org.instanceUrl}/services/data/v67.0${path}`,
          headers: {
            authorization: `Bearer ${client.org.accessToken}`,
            'content-type': type,
            ...(coding !== undefined && { 'content-encoding': coding }),
          },
          body: zip ? gzipSync(text) : Buffer.from(text),
        });
        expect(response.status).toBeLessThan(500);
      },
    );
    await fc.assert(property, { ...SEED, numRuns: 400 });
  });
});
