import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { InvalidWriteException } from '../../../lib/exceptions/invalid-write.exception.js';
import { Binary } from '../../../lib/protocol/binary.js';
import { recordRequest } from '../../../lib/write/record-request.js';

const MEBIBYTE = 1024 * 1024;

/** The form with its boundary, which is another one each time, made a word. */
async function formOf(request: ReturnType<typeof recordRequest>): Promise<string> {
  const [, boundary = ''] =
    /^multipart\/form-data; boundary=([\w-]{36})$/.exec(request.headers?.['content-type'] ?? '') ?? [];
  const body = request.body instanceof Readable ? await text(request.body) : String(request.body);
  return body.replaceAll(boundary, 'BOUNDARY');
}

function form(values: string, field: string, content: string): string {
  return (
    `--BOUNDARY\r\nContent-Disposition: form-data; name="record"\r\nContent-Type: application/json\r\n\r\n${values}\r\n` +
    `--BOUNDARY\r\nContent-Disposition: form-data; name="${field}"; filename="content"\r\n` +
    `Content-Type: application/octet-stream\r\n\r\n${content}\r\n--BOUNDARY--\r\n`
  );
}

describe('recordRequest', () => {
  it('sends values, and content that is short, as JSON', () => {
    expect(recordRequest({ Name: 'a', Body: null }, 'Attachment')).toEqual({
      body: { Name: 'a', Body: null },
    });
    expect(recordRequest({ Name: 'a', Body: Binary.of('text') }, 'Attachment')).toEqual({
      body: { Name: 'a', Body: 'dGV4dA==' },
    });
    const longest = recordRequest({ Body: Binary.of(Buffer.alloc(MEBIBYTE)) }, 'Attachment');
    expect(longest).not.toHaveProperty('headers');
  });

  it('sends content that is long as it is, in a form that can be sent again', async () => {
    const content = 'x'.repeat(MEBIBYTE + 1);
    const request = recordRequest({ Name: 'Übersicht', Body: Binary.of(content) }, 'Attachment');
    expect(request.body).toBeInstanceOf(Uint8Array);
    expect((await formOf(request)) === form('{"Name":"Übersicht"}', 'Body', content)).toBe(true);
  });

  it('sends the content of a stream piece by piece', async () => {
    const content = Binary.of(Readable.from([Buffer.from('one '), Buffer.from('two')]));
    const request = recordRequest({ PathOnClient: 'a.txt', VersionData: content }, 'ContentVersion');
    expect(request.body).toBeInstanceOf(Readable);
    expect(await formOf(request)).toBe(form('{"PathOnClient":"a.txt"}', 'VersionData', 'one two'));
  });

  it('sends one content apart, and others that are short within the JSON', async () => {
    const body = { Body: Binary.of(Readable.from(['long'])), Preview__c: Binary.of('text') };
    expect(await formOf(recordRequest(body, 'Picture__c'))).toBe(
      form('{"Preview__c":"dGV4dA=="}', 'Body', 'long'),
    );
    const two = { Body: Binary.of(Readable.from([])), Preview__c: Binary.of(Readable.from([])) };
    expect(() => recordRequest(two, 'Picture__c')).toThrow(InvalidWriteException);
  });

  it('makes a form that other programs read', async () => {
    const bytes = Uint8Array.from({ length: 512 }, (_, byte) => byte % 256);
    const content = Binary.of(Readable.from([bytes], { objectMode: false }));
    const { body, headers } = recordRequest({ Name: 'Grüße "1"\r\n--', Body: content }, 'Attachment');
    const form = await new Response(Readable.toWeb(body as Readable) as ReadableStream, {
      headers,
    }).formData();
    expect([...form.keys()]).toEqual(['record', 'Body']);
    expect(JSON.parse(String(form.get('record')))).toEqual({ Name: 'Grüße "1"\r\n--' });
    const file = form.get('Body') as File;
    expect(file.name).toBe('content');
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
  });

  it('refuses a stream that was written before, instead of writing nothing', async () => {
    const body = { Body: Binary.of(Readable.from([Buffer.from('one')])) };
    await formOf(recordRequest(body, 'Attachment'));
    expect(() => recordRequest(body, 'Attachment')).toThrow(InvalidWriteException);
    expect(() => recordRequest(body, 'Attachment')).toThrow(
      'Attachment: the content for Body was made of a stream that has been read already. Open it anew for each write.',
    );
  });

  it('gives the stream up when the call is', async () => {
    const stream = Readable.from([Buffer.from('one'), Buffer.from('two')]);
    const { body } = recordRequest({ Body: Binary.of(stream) }, 'Attachment');
    const pieces = (body as Readable)[Symbol.asyncIterator]();
    await pieces.next();
    await pieces.next();
    await pieces.return?.();
    expect(stream.destroyed).toBe(true);
  });
});
