import type { FieldType } from '../../protocol/field-type.type.js';
import type { KnownRecords } from './known-records.js';
import type { OrgIdentity } from './org-identity.js';

/** One object of an export. */
export interface ExportedObject {
  readonly name: string;
  readonly label: string;
  /** Beside the manifest. */
  readonly file: string;
  readonly records: number;
  /** The columns of the file; a path of names is that of a parent's field, whose type is not told. */
  readonly fields: readonly { readonly name: string; readonly type?: FieldType }[];
  /** The objects that a field's ids may be of. */
  readonly references: Readonly<Record<string, readonly string[]>>;
}

/** What an export says of itself: `manifest.json` in its folder. */
export interface DataManifest {
  readonly format: 'nestjs-salesforce/export';
  readonly version: 1;
  /** An instant, ISO 8601. */
  readonly exportedAt: string;
  /** Where the records come from; the identity is null where the org did not tell it. */
  readonly org: { readonly identity: OrgIdentity | null; readonly label: string };
  readonly apiVersion: string;
  /** In an order in which they can be loaded: parents first. */
  readonly objects: readonly ExportedObject[];
  /** Who the ids of users, queues, record types and their like stand for; their records are no part of the export. */
  readonly known: KnownRecords;
  /** What was left out, and why. */
  readonly notes: readonly string[];
}
