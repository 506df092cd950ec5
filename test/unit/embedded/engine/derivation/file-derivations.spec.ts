import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createRecordEngine, type RecordEngine } from '../../../../support/record-engine.js';

describe('derived fields of documents and attachments', () => {
  let engine: RecordEngine;

  beforeEach(() => {
    engine = createRecordEngine();
  });
  afterEach(() => engine.database.close());

  const insert = (object: string, values: Record<string, unknown>): string =>
    engine.records.insert(engine.object(object), values, engine.user);
  const read = (object: string, id: string, ...fields: string[]): Record<string, unknown> =>
    engine.records.read(engine.object(object), id, fields);

  it('count the bytes of the content', () => {
    const ParentId = insert('Account', { Name: 'Acme' });
    const id = insert('Attachment', { ParentId, Name: 'a', Body: 'R3LDtsOfZQ==' });
    expect(read('Attachment', id, 'BodyLength')).toEqual({ BodyLength: 7 });
    const object = engine.object('Attachment');
    engine.records.update(object, id, { Body: Buffer.from('new content') }, engine.user);
    expect(read('Attachment', id, 'BodyLength')).toEqual({ BodyLength: 11 });
    engine.records.update(object, id, { Name: 'b' }, engine.user);
    expect(read('Attachment', id, 'BodyLength')).toEqual({ BodyLength: 11 });
    expect(engine.records.content(object, id, object.field('Body')!)).toEqual(
      new Uint8Array(Buffer.from('new content')),
    );
  });

  it.each([
    ['Marketing Brochure Q1 - Sales', 'Marketing_Brochure_Q1_Sales'],
    ['Über uns', 'U_ber_uns'],
    ['2026 plan.pdf', 'X2026_plan_pdf'],
  ])('name the document %s %s, and its author', (Name, DeveloperName) => {
    const id = insert('Document', { Name, FolderId: engine.user.id });
    expect(read('Document', id, 'DeveloperName', 'AuthorId')).toEqual({
      DeveloperName,
      AuthorId: engine.user.id,
    });
  });

  it('leave the names that are given', () => {
    const id = insert('Document', { Name: 'A', DeveloperName: 'B', FolderId: engine.user.id });
    expect(read('Document', id, 'DeveloperName')).toEqual({ DeveloperName: 'B' });
  });
});
