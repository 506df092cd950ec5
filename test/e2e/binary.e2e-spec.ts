import 'reflect-metadata';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SalesforceConnection } from '../../lib/connection/salesforce-connection.js';
import { EmbeddedOrg } from '../../lib/embedded/embedded-org.js';
import { InvalidWriteException } from '../../lib/exceptions/invalid-write.exception.js';
import { RecordNotFoundException } from '../../lib/exceptions/record-not-found.exception.js';
import { Children } from '../../lib/metadata/decorators/children.decorator.js';
import { Field } from '../../lib/metadata/decorators/field.decorator.js';
import { Id } from '../../lib/metadata/decorators/id.decorator.js';
import { Lookup } from '../../lib/metadata/decorators/lookup.decorator.js';
import { SObject } from '../../lib/metadata/decorators/sobject.decorator.js';
import type { Related } from '../../lib/metadata/related.js';
import { Binary } from '../../lib/protocol/binary.js';
import { searchFor } from '../../lib/query/search/search-for.js';
import { getRepository } from '../../lib/repository/repository.factory.js';
import type { SalesforceRepository } from '../../lib/repository/salesforce-repository.js';
import { LoopbackOrg } from '../unit/connection/loopback-org.js';

@SObject()
class Account {
  @Id() readonly id!: string;
  @Field() name!: string;
  @Children(() => Attachment, 'parent') attachments?: Related<Attachment[]>;
}

@SObject()
class Attachment {
  @Id() readonly id!: string;
  @Field() name!: string;
  @Field() body!: Binary;
  @Field({ type: 'int', readOnly: true }) readonly bodyLength!: number | null;
  @Field() parentId!: string;
  @Lookup(() => Account, 'parentId') parent?: Related<Account>;
}

@SObject()
class Document {
  @Id() readonly id!: string;
  @Field() name!: string;
  @Field({ type: 'string' }) type!: string | null;
  @Field() folderId!: string;
  @Field({ type: 'base64' }) body!: Binary | null;
}

@SObject()
class ContentVersion {
  @Id() readonly id!: string;
  @Field({ type: 'string' }) title!: string | null;
  @Field({ type: 'string', updatable: false }) pathOnClient!: string | null;
  @Field({ type: 'base64', updatable: false }) versionData!: Binary | null;
  @Field({ type: 'int', readOnly: true }) readonly contentSize!: number | null;
}

const EVERY_BYTE = Uint8Array.from({ length: 256 }, (_, byte) => byte);

describe('content of an embedded org', () => {
  let connection: SalesforceConnection;
  let accounts: SalesforceRepository<Account>;
  let attachments: SalesforceRepository<Attachment>;
  let parentId: string;

  beforeAll(async () => {
    connection = new SalesforceConnection('default', { embedded: {} });
    accounts = getRepository(connection, Account);
    attachments = getRepository(connection, Attachment);
    ({ id: parentId } = await accounts.insert({ name: 'Acme' }));
  });

  afterAll(() => connection.close());

  it('is written and read byte by byte', async () => {
    const { id, body } = await attachments.insert({
      name: 'bytes.bin',
      parentId,
      body: Binary.of(EVERY_BYTE),
    });
    expect(await body.bytes()).toEqual(EVERY_BYTE);
    const found = await attachments.findOneOrFail({ where: { id } });
    expect(found.bodyLength).toBe(256);
    expect(found.body.url).toBe(`/services/data/v67.0/sobjects/Attachment/${id}/Body`);
    expect(await found.body.bytes()).toEqual(Buffer.from(EVERY_BYTE));
    expect(await buffer(found.body.stream())).toEqual(Buffer.from(EVERY_BYTE));
  });

  it('is replaced, and read as it is by then', async () => {
    const { id } = await attachments.insert({ name: 'note.txt', parentId, body: Binary.of('erste Fassung') });
    const { body } = await attachments.findOneOrFail({ where: { id }, select: { body: true } });
    await attachments.update(id, { body: Binary.of('größere Fassung') });
    expect(await body.text()).toBe('größere Fassung');
  });

  it('is selected through relations, in streams, and by the text of a query', async () => {
    const { id } = await accounts.insert({ name: 'Beta' });
    await attachments.insert([
      { name: '1.txt', parentId: id, body: Binary.of('one') },
      { name: '2.txt', parentId: id, body: Binary.of('two') },
    ]);
    const account = await accounts.findOneOrFail({
      select: { attachments: { select: { body: true }, orderBy: { name: 'asc' } } },
      where: { id },
    });
    expect(await Promise.all(account.attachments.map(({ body }) => body.text()))).toEqual(['one', 'two']);
    const texts: string[] = [];
    const select = { body: true, parent: { name: true } } as const;
    for await (const { body, parent } of attachments.stream({ select, where: { parentId: id } })) {
      texts.push(`${parent.name}: ${await body.text()}`);
    }
    expect(texts.sort()).toEqual(['Beta: one', 'Beta: two']);
    const [row] = await attachments.soql`SELECT Body FROM Attachment WHERE Name = ${'2.txt'}`;
    expect(await row?.body?.text()).toBe('two');
  });

  it('is that of versions of files as well', async () => {
    const versions = getRepository(connection, ContentVersion);
    const { id } = await versions.insert({ pathOnClient: 'Price list.txt', versionData: Binary.of('1 EUR') });
    const version = await versions.findOneOrFail({ where: { id } });
    expect(version).toMatchObject({ title: 'Price list', contentSize: 5 });
    expect(await version.versionData?.text()).toBe('1 EUR');
    const [hit] = await versions.search('Price', { in: 'name', select: { versionData: true } });
    expect(await hit?.versionData?.text()).toBe('1 EUR');
    const { files } = await connection.search(searchFor('Price', { files: ContentVersion }, { in: 'name' }));
    expect(await files[0]?.versionData?.text()).toBe('1 EUR');
  });

  it('can be missing', async () => {
    const documents = getRepository(connection, Document);
    const [me] = await connection.query<{ Id: string }>('SELECT Id FROM User LIMIT 1');
    const { id } = await documents.insert({ name: 'Terms', folderId: me!.Id });
    expect(await documents.findOneOrFail({ where: { id }, select: { body: true } })).toEqual({
      id,
      body: null,
    });
    await documents.update(id, { body: Binary.of('Terms') });
    expect(await (await documents.findOneOrFail({ where: { id } })).body?.text()).toBe('Terms');
    await documents.update(id, { body: null });
    expect(await documents.findOneOrFail({ where: { id }, select: { body: true } })).toEqual({
      id,
      body: null,
    });
  });

  it('is written from a stream, as long as it may be', async () => {
    const pieces = Array.from({ length: 40 }, (_, piece) => Buffer.alloc(64 * 1024, piece));
    const { id } = await attachments.insert({
      name: 'long.bin',
      parentId,
      body: Binary.of(Readable.from(pieces)),
    });
    const { body, bodyLength } = await attachments.findOneOrFail({ where: { id } });
    expect(bodyLength).toBe(40 * 64 * 1024);
    expect(Buffer.concat(pieces).equals(await body.bytes())).toBe(true);
    await attachments.update(id, { body: Binary.of(Buffer.concat(pieces).subarray(1)) });
    expect(
      Buffer.concat(pieces)
        .subarray(1)
        .equals(await body.bytes()),
    ).toBe(true);
  });

  it('is written and read over HTTP', async () => {
    const org = await EmbeddedOrg.create();
    const server = await org.listen();
    const remote = new SalesforceConnection('remote', {
      auth: { flow: 'session', accessToken: org.accessToken, instanceUrl: server.url },
    });
    const { id: parent } = await getRepository(remote, Account).insert({ name: 'Acme' });
    const theirs = getRepository(remote, Attachment);
    const piece = Buffer.from(EVERY_BYTE);
    const body = Binary.of(Readable.from(Array.from({ length: 20_000 }, () => piece)));
    const { id } = await theirs.insert({ name: 'bytes.bin', parentId: parent, body });
    const found = await theirs.findOneOrFail({ where: { id } });
    expect(found.bodyLength).toBe(256 * 20_000);
    const read = await buffer(found.body.stream());
    expect(read.length).toBe(256 * 20_000);
    expect(read.subarray(-256).equals(piece)).toBe(true);
    await remote.close();
    await server.close();
    await org.close();
  });

  it('is copied from record to record, and from org to org', async () => {
    const { id } = await attachments.insert({ name: 'a.txt', parentId, body: Binary.of('a') });
    const { body } = await attachments.findOneOrFail({ where: { id } });
    const copy = await attachments.insert({ name: 'copy.txt', parentId, body });
    expect(await (await attachments.findOneOrFail({ where: { id: copy.id } })).body.text()).toBe('a');

    const other = new SalesforceConnection('other', { embedded: {} });
    const { id: elsewhere } = await getRepository(other, Account).insert({ name: 'Elsewhere' });
    const theirs = getRepository(other, Attachment);
    const moved = await theirs.insert({ name: 'moved.txt', parentId: elsewhere, body });
    expect(await (await theirs.findOneOrFail({ where: { id: moved.id } })).body.text()).toBe('a');
    await other.close();

    const many = [{ name: 'many.txt', parentId, body }];
    await expect(attachments.insert(many)).rejects.toThrow(InvalidWriteException);
  });

  it('goes with its record', async () => {
    const { id } = await attachments.insert({ name: 'gone.txt', parentId, body: Binary.of('gone') });
    // Reads by id, which share one call, give out contents as well.
    const { body } = (await attachments.findById(id)) as Attachment;
    await attachments.delete(id);
    await expect(body.bytes()).rejects.toThrow(RecordNotFoundException);
    await expect(buffer(body.stream())).rejects.toThrow(RecordNotFoundException);
  });
});

describe('content that is long', () => {
  const PIECE = Buffer.alloc(64 * 1024, 'x');
  const PIECES = 1_024; // 64 MiB
  const PATH = '/services/data/v67.0/sobjects/Attachment/00P000000000001AAA/Body';
  let org: LoopbackOrg;
  let sent = 0;

  beforeAll(async () => {
    org = await LoopbackOrg.listen(({ url }, response) => {
      if (url !== PATH) {
        const records = [{ attributes: { type: 'Attachment' }, Id: '00P000000000001AAA', Body: PATH }];
        response.setHeader('content-type', 'application/json');
        return void response.end(JSON.stringify({ totalSize: 1, done: true, records }));
      }
      void (async () => {
        const left = new AbortController();
        response.once('close', () => left.abort());
        for (let piece = 0; piece < PIECES && !left.signal.aborted; piece++) {
          sent += PIECE.length;
          if (!response.write(PIECE)) await once(response, 'drain', left).catch(() => undefined);
        }
        response.end();
      })();
    });
  });

  afterAll(() => org.close());

  it('is in memory for a small part only, however slowly it is read', async () => {
    const attachments = getRepository(org.connect(), Attachment);
    const { body } = await attachments.findOneOrFail({ select: { body: true } });
    let [read, ahead] = [0, 0];
    for await (const chunk of body.stream()) {
      read += (chunk as Uint8Array).length;
      await new Promise(setImmediate);
      ahead = Math.max(ahead, sent - read);
    }
    expect(read).toBe(64 * 1024 * 1024);
    // What the sockets of both sides hold is the system's.
    expect(ahead).toBeLessThan(16 * 1024 * 1024);
    expect(org.calls.at(-1)).toMatchObject({
      url: PATH,
      headers: { accept: '*/*', authorization: 'Bearer token-1' },
    });
  });

  it('is given up when its reader leaves', async () => {
    const attachments = getRepository(org.connect(), Attachment);
    const { body } = await attachments.findOneOrFail({ select: { body: true } });
    sent = 0;
    for await (const chunk of body.stream()) {
      expect((chunk as Uint8Array).length).toBeGreaterThan(0);
      break;
    }
    expect(sent).toBeLessThan(16 * 1024 * 1024);
  });

  it('is sent piece by piece, as fast as the org takes it', async () => {
    let [received, ahead] = [0, 0];
    const server = createServer(async (incoming, response) => {
      for await (const chunk of incoming) {
        received += (chunk as Uint8Array).length;
        ahead = Math.max(ahead, sent - received);
        await new Promise(setImmediate);
      }
      response.end('{"id":"00P000000000001AAA","success":true,"errors":[]}');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const connection = new SalesforceConnection('slow', {
      auth: { flow: 'session', accessToken: 'token', instanceUrl: `http://127.0.0.1:${port}` },
    });
    sent = 0;
    const pieces = function* (): Generator<Buffer> {
      for (let piece = 0; piece < PIECES; piece++) {
        sent += PIECE.length;
        yield PIECE;
      }
    };
    const body = Binary.of(Readable.from(pieces(), { objectMode: false }));
    const { id } = await getRepository(connection, Attachment).insert({ name: 'long.bin', body });
    expect(id).toBe('00P000000000001AAA');
    expect(received).toBeGreaterThan(64 * 1024 * 1024);
    expect(ahead).toBeLessThan(16 * 1024 * 1024);
    await connection.close();
    server.close();
    await once(server, 'close');
  });
});
