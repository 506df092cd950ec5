import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createRecordEngine, type RecordEngine } from '../../../../support/record-engine.js';

let engine: RecordEngine;

beforeEach(() => {
  engine = createRecordEngine();
});

afterEach(() => engine.database.close());

const insert = (object: string, values: Record<string, unknown>): string =>
  engine.records.insert(engine.object(object), values, engine.user);
const read = (object: string, id: unknown, ...fields: string[]): Record<string, unknown> =>
  engine.records.read(engine.object(object), String(id), fields);

describe('FilePublication', () => {
  it('makes a document of the first version', () => {
    const version = insert('ContentVersion', {
      PathOnClient: 'offers/Offer 1.docx',
      VersionData: 'aGVsbG8=',
    });
    const { ContentDocumentId: documentId, ...rest } = read(
      'ContentVersion',
      version,
      'ContentDocumentId',
      'Title',
      'FileType',
      'FileExtension',
      'ContentSize',
      'Checksum',
      'VersionNumber',
      'IsLatest',
      'VersionData',
    );
    expect(rest).toEqual({
      Title: 'Offer 1',
      FileType: 'WORD_X',
      FileExtension: 'docx',
      ContentSize: 5,
      Checksum: '5d41402abc4b2a76b9719d911017c592',
      VersionNumber: '1',
      IsLatest: true,
      VersionData: `/services/data/v67.0/sobjects/ContentVersion/${version}/VersionData`,
    });
    expect(
      read('ContentDocument', documentId, 'Title', 'ContentSize', 'LatestPublishedVersionId', 'OwnerId'),
    ).toEqual({
      Title: 'Offer 1',
      ContentSize: 5,
      LatestPublishedVersionId: version,
      OwnerId: engine.user.id,
    });
  });

  it('puts a later version on top of the document', () => {
    const first = insert('ContentVersion', {
      Title: 'Offer',
      PathOnClient: 'a.txt',
      VersionData: 'aGVsbG8=',
    });
    const { ContentDocumentId } = read('ContentVersion', first, 'ContentDocumentId');
    const second = insert('ContentVersion', {
      ContentDocumentId,
      PathOnClient: 'b.pdf',
      VersionData: 'aGk=',
    });
    expect(read('ContentVersion', first, 'IsLatest')).toEqual({ IsLatest: false });
    expect(read('ContentVersion', second, 'IsLatest', 'VersionNumber')).toEqual({
      IsLatest: true,
      VersionNumber: '2',
    });
    expect(
      read('ContentDocument', ContentDocumentId, 'Title', 'FileType', 'LatestPublishedVersionId'),
    ).toEqual({
      Title: 'b',
      FileType: 'PDF',
      LatestPublishedVersionId: second,
    });
  });

  it('links the file to its owner and to the record it was published from', () => {
    const account = insert('Account', { Name: 'Acme' });
    insert('ContentVersion', { PathOnClient: 'a.txt', VersionData: 'aGk=', FirstPublishLocationId: account });
    const links = engine.database
      .prepare('SELECT "LinkedEntityId", "ShareType" FROM "ContentDocumentLink" ORDER BY "Id"')
      .rows();
    expect(links).toEqual([
      [engine.user.id, 'I'],
      [account, 'V'],
    ]);
  });
});
