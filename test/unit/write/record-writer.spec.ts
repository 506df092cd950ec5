import 'reflect-metadata';
import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { InvalidWriteException } from '../../../lib/exceptions/invalid-write.exception.js';
import { PartialWriteException } from '../../../lib/exceptions/partial-write.exception.js';
import { Field } from '../../../lib/metadata/decorators/field.decorator.js';
import { Id } from '../../../lib/metadata/decorators/id.decorator.js';
import { SObject } from '../../../lib/metadata/decorators/sobject.decorator.js';
import { EntityMetadataStorage } from '../../../lib/metadata/entity-metadata.storage.js';
import { Binary } from '../../../lib/protocol/binary.js';
import { RecordWriter } from '../../../lib/write/record-writer.js';
import { FakeConnection } from '../../support/fake-connection.js';

@SObject({ custom: true })
class Invoice {
  @Id() readonly id!: string;
  @Field({ type: 'int', custom: true, externalId: true }) number!: number | null;
  @Field({ type: 'string', custom: true }) note!: string | null;
  @Field({ type: 'string', custom: true, updatable: false }) currency!: string | null;
}

const A = 'a00000000000001AAA';
const B = 'a00000000000002AAA';
const metadata = new EntityMetadataStorage().get(Invoice);
const saved = (...ids: string[]) => ids.map((id) => ({ id, success: true, errors: [] }));

function writerWith(...answers: unknown[]) {
  const connection = new FakeConnection(...answers);
  return { connection, writer: new RecordWriter(connection.asConnection, metadata) };
}

const streamed = () => Binary.of(Readable.from(['text']));

/** A writer that must not call anybody. */
const offline = () => writerWith().writer;

describe('RecordWriter', () => {
  describe('insert', () => {
    it('sends the values of one record under their API names and gives its id', async () => {
      const { connection, writer } = writerWith({ id: A, success: true, errors: [] });
      expect(await writer.insert({ number: 7, note: null, currency: undefined })).toBe(A);
      expect(connection.requests).toEqual([
        { method: 'POST', path: 'sobjects/Invoice__c', body: { Number__c: 7, Note__c: null } },
      ]);
    });

    it('gives the ids of many in their order', async () => {
      const { connection, writer } = writerWith(saved(A, B));
      expect(await writer.insertAll([{ number: 1 }, { number: 2 }], { allOrNone: true })).toEqual([A, B]);
      expect(connection.requests).toMatchObject([
        { method: 'POST', path: 'composite/sobjects', body: { allOrNone: true } },
      ]);
    });

    it('names the one of many that cannot be sent, and sends none', async () => {
      await expect(offline().insertAll([{ number: 1 }, { number: 'two' }])).rejects.toThrow(
        /^Invoice\[1\]\.number is a field of type int/,
      );
    });
  });

  describe('update', () => {
    it('sends what changes', async () => {
      const { connection, writer } = writerWith(undefined);
      await writer.update(A, { note: null, number: undefined });
      expect(connection.requests).toEqual([
        { method: 'PATCH', path: `sobjects/Invoice__c/${A}`, body: { Note__c: null } },
      ]);
    });

    it('calls nobody when nothing changes, one record or many', async () => {
      await expect(offline().update(A, { note: undefined })).resolves.toBeUndefined();
      await expect(offline().updateAll([{ id: A, changes: {} }])).resolves.toBeUndefined();
      await expect(offline().updateMatching(() => Promise.reject(new Error()), {})).resolves.toBe(0);
    });

    it('sends of many those that change', async () => {
      const { connection, writer } = writerWith(saved(B));
      await writer.updateAll([
        { id: A, changes: {} },
        { id: B, changes: { note: 'paid' } },
      ]);
      expect(connection.requests).toMatchObject([
        { body: { records: [{ attributes: { type: 'Invoice__c' }, id: B, Note__c: 'paid' }] } },
      ]);
    });

    it('writes the same to every record that is found, and says how many they were', async () => {
      const { connection, writer } = writerWith(saved(A, B));
      expect(await writer.updateMatching(async () => [A, B], { note: 'x' })).toBe(2);
      expect(connection.requests).toMatchObject([
        {
          body: {
            records: [
              { id: A, Note__c: 'x' },
              { id: B, Note__c: 'x' },
            ],
          },
        },
      ]);
    });

    it('looks for no records before the changes are known to be fit', async () => {
      let looked = false;
      const find = async () => ((looked = true), [A]);
      await expect(offline().updateMatching(find, { currency: 'EUR' })).rejects.toThrow(
        InvalidWriteException,
      );
      expect(looked).toBe(false);
    });
  });

  describe('upsert', () => {
    it('addresses the record by the value of its key, which the body does not repeat', async () => {
      const { connection, writer } = writerWith({ id: A, success: true, created: true, errors: [] });
      expect(await writer.upsert({ number: 7, note: 'x' }, 'number')).toEqual({ id: A, created: true });
      expect(connection.requests).toEqual([
        { method: 'PATCH', path: 'sobjects/Invoice__c/Number__c/7', body: { Note__c: 'x' } },
      ]);
    });

    it('takes 0 for a key like any other number', async () => {
      const { connection, writer } = writerWith({ id: A, success: true, created: false, errors: [] });
      await writer.upsert({ number: 0 }, 'number');
      expect(connection.requests[0]?.path).toBe('sobjects/Invoice__c/Number__c/0');
    });

    it('tells of many which are new', async () => {
      const { connection, writer } = writerWith([
        { id: A, success: true, created: true, errors: [] },
        { id: B, success: true, created: false, errors: [] },
      ]);
      expect(await writer.upsertAll([{ number: 1 }, { number: 2 }], 'number')).toEqual([
        { id: A, created: true },
        { id: B, created: false },
      ]);
      expect(connection.requests[0]?.path).toBe('composite/sobjects/Invoice__c/Number__c');
    });

    it.each([
      ['id', { number: 1 }, /^Invoice\.id cannot be the key of an upsert: it is the id\./],
      ['nothing', { number: 1 }, /^Invoice\.nothing cannot be the key of an upsert: it is no mapped field\./],
      ['number', { note: 'x' }, /^Invoice\.number is the key of the upsert and has no value/],
      ['number', { number: null }, /^Invoice\.number is the key of the upsert and has no value/],
      ['note', { note: '' }, /^Invoice\.note is the key of the upsert and has no value/],
      ['note', { note: '..' }, /^Invoice\.note is '\.\.', which cannot be part of a URL/],
    ])('refuses the key %s of %j', async (by, values, message) => {
      await expect(offline().upsert(values, by)).rejects.toThrow(message);
    });
  });

  describe('delete', () => {
    it('deletes one by its resource and many in one call', async () => {
      const { connection, writer } = writerWith(undefined, saved(A, B));
      await writer.delete(A);
      await writer.deleteAll([A, B]);
      expect(connection.requests).toMatchObject([
        { method: 'DELETE', path: `sobjects/Invoice__c/${A}` },
        { method: 'DELETE', path: 'composite/sobjects', query: { ids: `${A},${B}` } },
      ]);
    });

    it('accounts for all of many when one is refused', async () => {
      const gone = {
        id: B,
        success: false,
        errors: [{ statusCode: 'ENTITY_IS_DELETED', message: 'gone', fields: [] }],
      };
      const { writer } = writerWith([...saved(A), gone]);
      await expect(writer.deleteAll([A, B])).rejects.toBeInstanceOf(PartialWriteException);
    });
  });

  describe('of content', () => {
    @SObject()
    class Attachment {
      @Id() readonly id!: string;
      @Field({ type: 'string', externalId: true }) name!: string | null;
      @Field() body!: Binary;
    }

    const attachmentWriter = (...answers: unknown[]) => {
      const connection = new FakeConnection(...answers);
      return {
        connection,
        writer: new RecordWriter(connection.asConnection, new EntityMetadataStorage().get(Attachment)),
      };
    };

    it('sends that of several records, and of an upsert, within them', async () => {
      const { connection, writer } = attachmentWriter(saved(A), saved(A), saved(A), saved(A), {
        id: A,
        created: true,
      });
      const values = { name: 'a', body: Binary.of('text') };
      await writer.insertAll([values]);
      await writer.updateAll([{ id: A, changes: { body: values.body } }]);
      await writer.updateMatching(async () => [A], { body: values.body });
      await writer.upsertAll([values], 'name');
      await writer.upsert(values, 'name');
      expect(connection.requests).toMatchObject([
        { body: { records: [{ Body: 'dGV4dA==' }] } },
        { body: { records: [{ Body: 'dGV4dA==' }] } },
        { body: { records: [{ Body: 'dGV4dA==' }] } },
        { body: { records: [{ Body: 'dGV4dA==' }] } },
        { body: { Body: 'dGV4dA==' } },
      ]);
    });

    it('sends that of a stream with one record only', async () => {
      const { connection, writer } = attachmentWriter({ id: A, success: true, errors: [] }, undefined);
      await writer.insert({ name: 'a', body: streamed() });
      await writer.update(A, { body: streamed() });
      expect(connection.requests.every(({ body }) => body instanceof Readable)).toBe(true);
    });

    it.each<[string, (writer: RecordWriter) => Promise<unknown>, string]>([
      ['insertAll', (writer) => writer.insertAll([{ body: streamed() }]), 'Attachment[0]'],
      [
        'updateAll',
        (writer) => writer.updateAll([{ id: A, changes: { body: streamed() } }]),
        'Attachment[0]',
      ],
      [
        'updateMatching',
        (writer) => writer.updateMatching(async () => [A], { body: streamed() }),
        'Attachment',
      ],
      ['upsert', (writer) => writer.upsert({ name: 'a', body: streamed() }, 'name'), 'Attachment'],
      ['upsertAll', (writer) => writer.upsertAll([{ name: 'a', body: streamed() }], 'name'), 'Attachment[0]'],
    ])('%s refuses that of a stream', async (_, write, name) => {
      const { connection, writer } = attachmentWriter();
      await expect(write(writer)).rejects.toThrow(`${name}: the content for Body is that of a stream`);
      expect(connection.requests).toEqual([]);
    });
  });

  describe('of an object that takes no writes', () => {
    @SObject('Rate__mdt')
    class Rate {
      @Id() readonly id!: string;
      @Field({ type: 'string', custom: true, externalId: true }) code!: string | null;
    }

    it.each<[string, (writer: RecordWriter) => Promise<unknown>]>([
      ['insert', (writer) => writer.insert({ code: 'A' })],
      ['insertAll', (writer) => writer.insertAll([{ code: 'A' }])],
      ['update', (writer) => writer.update(A, { code: 'B' })],
      ['updateAll', (writer) => writer.updateAll([{ id: A, changes: { code: 'B' } }])],
      ['updateMatching', (writer) => writer.updateMatching(() => Promise.resolve([A]), { code: 'B' })],
      ['upsert', (writer) => writer.upsert({ code: 'A' }, 'code')],
      ['upsertAll', (writer) => writer.upsertAll([{ code: 'A' }], 'code')],
      ['delete', (writer) => writer.delete(A)],
      ['deleteAll', (writer) => writer.deleteAll([A])],
    ])('%s sends nothing', async (_, write) => {
      const connection = new FakeConnection();
      const writer = new RecordWriter(connection.asConnection, new EntityMetadataStorage().get(Rate));
      await expect(write(writer)).rejects.toThrow(
        /^Rate: records of Rate__mdt cannot be (inserted|updated|upserted|deleted)/,
      );
      expect(connection.requests).toEqual([]);
    });
  });
});
