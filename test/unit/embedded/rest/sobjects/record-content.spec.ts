import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../support/org-client.js';

const PDF = Buffer.from('%PDF-1.4\r\n\u0000\u00ff\r\n--boundary\r\n%%EOF', 'latin1');

interface Part {
  readonly name: string;
  readonly type: string;
  readonly content: string | Uint8Array;
  readonly fileName?: string;
}

function multipart(parts: readonly Part[]): Buffer {
  const pieces = parts.flatMap(({ name, type, content, fileName }) => [
    Buffer.from(
      `--boundary_string\r\nContent-Disposition: form-data; name="${name}"${fileName === undefined ? ';' : `; filename="${fileName}"`}\r\n` +
        `Content-Type: ${type}\r\n\r\n`,
    ),
    Buffer.from(content as string),
    Buffer.from('\r\n'),
  ]);
  return Buffer.concat([...pieces, Buffer.from('--boundary_string--\r\n')]);
}

const json = (value: unknown, name = 'entity_document'): Part => ({
  name,
  type: 'application/json',
  content: JSON.stringify(value),
});
const file = (name: string): Part => ({
  name,
  type: 'application/pdf',
  content: PDF,
  fileName: 'brochure.pdf',
});
const idOf = (body: unknown) => (body as { id: string }).id;

describe('contents of records', () => {
  let client: OrgClient;

  beforeEach(async () => {
    client = await OrgClient.open();
  });
  afterEach(() => client.close());

  const send = async (method: 'POST' | 'PATCH', path: string, parts: readonly Part[]) => {
    const response = await client.org.transport.dispatch({
      method,
      url: `${client.org.instanceUrl}/services/data/v67.0${path}`,
      headers: {
        authorization: `Bearer ${client.org.accessToken}`,
        'content-type': 'multipart/form-data; boundary="boundary_string"',
      },
      body: multipart(parts),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  };
  const download = async (path: string) => {
    const response = await client.org.transport.dispatch({
      method: 'GET',
      url: `${client.org.instanceUrl}/services/data/v67.0${path}`,
      headers: { authorization: `Bearer ${client.org.accessToken}` },
    });
    return {
      status: response.status,
      headers: response.headers,
      content: Buffer.from(await response.bytes()),
    };
  };
  /** Everybody has a folder of his own, with the id of the user. */
  const folder = async () => (await client.query<{ Id: string }>('SELECT Id FROM User LIMIT 1'))[0]!.Id;

  it('come with an attachment, whichever part is the first', async () => {
    const ParentId = await client.create('Account', { Name: 'Acme' });
    const record = { ParentId, Name: 'brochure.pdf', ContentType: 'application/pdf' };
    for (const parts of [
      [json(record), file('Body')],
      [file('Body'), json(record, 'Attachment')],
    ]) {
      const { status, body } = await send('POST', '/sobjects/Attachment', parts);
      expect(status).toBe(201);
      expect(body).toEqual({ id: expect.stringMatching(/^00P\w{15}$/), success: true, errors: [] });
      const path = `/sobjects/Attachment/${idOf(body)}`;
      expect((await client.get(path)).body).toMatchObject({
        Body: `/services/data/v67.0${path}/Body`,
        BodyLength: PDF.length,
        Name: 'brochure.pdf',
      });
      expect(await download(`${path}/Body`)).toMatchObject({
        status: 200,
        headers: {
          'content-type': 'application/pdf',
          'content-disposition': `attachment; filename="brochure.pdf"; filename*=UTF-8''brochure.pdf`,
        },
        content: PDF,
      });
    }
  });

  it('come as base64 text as well', async () => {
    const ParentId = await client.create('Account', { Name: 'Acme' });
    const id = await client.create('Attachment', {
      ParentId,
      Name: 'größe "1".txt',
      Body: 'R3LDtsOfZQ==',
    });
    const { headers, content } = await download(`/sobjects/Attachment/${id}/Body`);
    expect(content.toString()).toBe('Größe');
    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="gr__e \\"1\\".txt"; filename*=UTF-8''gr%C3%B6%C3%9Fe%20%221%22.txt`,
    });
    expect(await client.query(`SELECT BodyLength, Body FROM Attachment`)).toMatchObject([
      { BodyLength: 7, Body: `/services/data/v67.0/sobjects/Attachment/${id}/Body` },
    ]);
  });

  it('come with a document, and are replaced', async () => {
    const FolderId = await folder();
    const { body } = await send('POST', '/sobjects/Document/', [
      json({ Name: 'Marketing Brochure Q1', FolderId, Type: 'pdf', Keywords: 'marketing' }),
      file('Body'),
    ]);
    const path = `/sobjects/Document/${idOf(body)}`;
    expect((await download(`${path}/Body`)).content).toEqual(PDF);
    const updated = await send('PATCH', path, [
      json({ Name: 'Marketing Brochure Q1 - Sales' }, 'entity_content'),
      { ...file('Body'), content: 'new content' },
    ]);
    expect(updated).toEqual({ status: 204, body: undefined });
    expect((await download(`${path}/Body`)).content.toString()).toBe('new content');
    expect((await client.get(`${path}?fields=BodyLength,Name`)).body).toMatchObject({
      BodyLength: 11,
      Name: 'Marketing Brochure Q1 - Sales',
    });
    expect((await client.patch(path, { Keywords: 'sales' })).status).toBe(204);
    expect((await download(`${path}/Body`)).content.toString()).toBe('new content');
  });

  it('are versions of files', async () => {
    const { body } = await send('POST', '/sobjects/ContentVersion', [
      json({ Title: 'Brochure', PathOnClient: 'C:\\temp\\brochure.pdf' }, 'entity_content'),
      file('VersionData'),
    ]);
    const path = `/sobjects/ContentVersion/${idOf(body)}`;
    expect((await client.get(path)).body).toMatchObject({
      VersionData: `/services/data/v67.0${path}/VersionData`,
      ContentSize: PDF.length,
      FileExtension: 'pdf',
      FileType: 'PDF',
    });
    expect(await download(`${path}/VersionData`)).toMatchObject({
      headers: {
        'content-disposition': `attachment; filename="brochure.pdf"; filename*=UTF-8''brochure.pdf`,
      },
      content: PDF,
    });
    const document = await client.query(`SELECT Title, ContentSize FROM ContentDocument`);
    expect(document).toMatchObject([{ Title: 'Brochure', ContentSize: PDF.length }]);
  });

  it('come with collections of records, each under its own name', async () => {
    const FolderId = await folder();
    const record = (Name: string, binaryPartName: string) => ({
      attributes: { type: 'Document', binaryPartName, binaryPartNameAlias: 'Body' },
      Name,
      FolderId,
    });
    const { status, body } = await send('POST', '/composite/sobjects', [
      json(
        { allOrNone: false, records: [record('A', 'binaryPart1'), record('B', 'binaryPart2')] },
        'collection',
      ),
      { ...file('binaryPart1'), content: 'content of A' },
      { ...file('binaryPart2'), content: 'content of B' },
    ]);
    expect(status).toBe(200);
    const ids = (body as { id: string }[]).map(({ id }) => id);
    const contents = [];
    for (const id of ids) contents.push((await download(`/sobjects/Document/${id}/Body`)).content.toString());
    expect(contents).toEqual(['content of A', 'content of B']);
  });

  it.each<[string, Part[], string, string]>([
    [
      'no record',
      [file('Body')],
      'INVALID_MULTIPART_REQUEST',
      'Multipart message must include a non-binary part',
    ],
    [
      'another field',
      [json({ Name: 'A' }), file('Nothing')],
      'INVALID_FIELD',
      "No such column 'Nothing' on sobject of type Attachment",
    ],
    [
      'no JSON',
      [{ name: 'json', type: 'application/json', content: '{' }, file('Body')],
      'JSON_PARSER_ERROR',
      'Unexpected end-of-input at [line:1, column:2]',
    ],
  ])('are refused with %s', async (_, parts, errorCode, message) => {
    expect(await send('POST', '/sobjects/Attachment', parts)).toMatchObject({
      status: 400,
      body: [{ errorCode, message }],
    });
  });

  it('are not found where there are none', async () => {
    const ParentId = await client.create('Account', { Name: 'Acme' });
    const id = await client.create('Attachment', { ParentId, Name: 'a', Body: 'YQ==' });
    const path = `/sobjects/Attachment/${id}/Body`;
    expect((await client.get(`/sobjects/Attachment/${id}/Name`)).status).toBe(404);
    await client.delete(`/sobjects/Attachment/${id}`);
    expect((await client.get(path)).status).toBe(404);
  });

  it('are not part of composite requests', async () => {
    const ParentId = await client.create('Account', { Name: 'Acme' });
    const id = await client.create('Attachment', { ParentId, Name: 'a', Body: 'YQ==' });
    const url = `/services/data/v67.0/sobjects/Attachment/${id}/Body`;
    const { body } = await client.post('/composite', {
      compositeRequest: [{ method: 'GET', url, referenceId: 'content' }],
    });
    expect(body).toMatchObject({ compositeResponse: [{ httpStatusCode: 404 }] });
  });
});
