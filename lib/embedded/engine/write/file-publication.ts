import { createHash } from 'node:crypto';
import { extname, basename } from 'node:path';
import type { Catalog } from '../../catalog/catalog.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { IdGenerator } from '../id-generator.js';
import type { OrgRow } from '../org-row.js';
import type { RecordTable } from '../record-table.js';

/** Extensions whose file type has a name of its own; that of the others is the extension in capitals. */
const FILE_TYPES: Readonly<Record<string, string>> = {
  doc: 'WORD',
  docx: 'WORD_X',
  jpeg: 'JPG',
  ppt: 'POWER_POINT',
  pptx: 'POWER_POINT_X',
  txt: 'TEXT',
  xls: 'EXCEL',
  xlsx: 'EXCEL_X',
};

/** What a document shows of its latest version. */
const SHOWN = ['Title', 'Description', 'FileType', 'FileExtension', 'ContentSize', 'ContentModifiedDate'];
const AUDIT = [
  'OwnerId',
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
  'SystemModstamp',
];

/** Makes files of content versions: the first version brings its document about, each later one becomes its latest. */
export class FilePublication {
  readonly #catalog: Catalog;
  readonly #table: RecordTable;
  readonly #ids: IdGenerator;

  constructor(catalog: Catalog, table: RecordTable, ids: IdGenerator) {
    this.#catalog = catalog;
    this.#table = table;
    this.#ids = ids;
  }

  /** @returns the new version, completed by what follows from its content and its document */
  publish(version: OrgRow): OrgRow {
    const described = { ...version, ...contentOf(version) };
    const given = described['ContentDocumentId'] ?? null;
    const documentId = given === null ? this.#found(described) : this.#advance(String(given), described);
    const versions = this.#versionsOf(documentId).length;
    return { ...described, ContentDocumentId: documentId, VersionNumber: String(versions + 1), IsLatest: 1 };
  }

  #found(version: OrgRow): string {
    const document = this.#object('ContentDocument');
    const id = this.#ids.next(document.keyPrefix);
    this.#table.insert(document, {
      ...pick(version, [...AUDIT, ...SHOWN]),
      Id: id,
      PublishStatus: 'P',
      LatestPublishedVersionId: version['Id'] ?? null,
    });
    this.#link(version, id, version['OwnerId'] ?? null, 'I');
    this.#link(version, id, version['FirstPublishLocationId'] ?? null, 'V');
    return id;
  }

  #advance(id: string, version: OrgRow): string {
    for (const earlier of this.#versionsOf(id)) {
      this.#table.update(this.#object('ContentVersion'), earlier, { IsLatest: 0 });
    }
    this.#table.update(this.#object('ContentDocument'), id, {
      ...pick(version, [...SHOWN, 'LastModifiedDate', 'LastModifiedById', 'SystemModstamp']),
      LatestPublishedVersionId: version['Id'] ?? null,
    });
    return id;
  }

  /** @param shareType `I` for whoever owns the file, `V` for a record that people view it from */
  #link(
    version: OrgRow,
    documentId: string,
    entityId: OrgRow[string] | undefined,
    shareType: 'I' | 'V',
  ): void {
    if (entityId === null || entityId === undefined) return;
    const link = this.#object('ContentDocumentLink');
    this.#table.insert(link, {
      ...pick(version, ['SystemModstamp']),
      Id: this.#ids.next(link.keyPrefix),
      ContentDocumentId: documentId,
      LinkedEntityId: entityId,
      ShareType: shareType,
      Visibility: 'AllUsers',
    });
  }

  #versionsOf(documentId: string): readonly string[] {
    const version = this.#object('ContentVersion');
    const reference = version.field('ContentDocumentId');
    return reference ? this.#table.idsBy(version, reference, documentId) : [];
  }

  #object(name: 'ContentVersion' | 'ContentDocument' | 'ContentDocumentLink'): ObjectSchema {
    return this.#catalog.get(name)!;
  }
}

function contentOf(version: OrgRow): OrgRow {
  const path = String(version['PathOnClient'] ?? version['Title'] ?? 'Untitled');
  const extension = extname(path).slice(1).toLowerCase();
  const data = version['VersionData'];
  const content = data instanceof Uint8Array ? data : new Uint8Array();
  return {
    Title: version['Title'] ?? basename(path, extname(path)),
    FileExtension: extension || null,
    FileType: FILE_TYPES[extension] ?? (extension.toUpperCase() || 'UNKNOWN'),
    ContentSize: content.byteLength,
    Checksum: createHash('md5').update(content).digest('hex'),
    ContentModifiedDate: version['CreatedDate'] ?? null,
    ContentModifiedById: version['CreatedById'] ?? null,
    PublishStatus: 'P',
  };
}

function pick(row: OrgRow, names: readonly string[]): OrgRow {
  return Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
}
