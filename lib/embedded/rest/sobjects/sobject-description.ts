import type {
  DescribeField,
  DescribeGlobalResult,
  DescribeSObjectResult,
} from '../../../protocol/describe.interface.js';
import { describeGlobal, describeSObject } from '../../catalog/describe-writer.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { DataCall } from '../resource.interface.js';

/** The describe of an object, as the user of a call sees it. */
export function describeFor({ org, root, user }: DataCall, object: ObjectSchema): DescribeSObjectResult {
  const { catalog, permissions } = org;
  if (!permissions.areRestricted(user)) return describeSObject(object, catalog, root);
  const visible = permissions.catalogFor(user);
  const describedChildren = (parent: ObjectSchema) =>
    catalog
      .describedChildren(parent)
      .filter(({ childSObject, field }) => visible.get(childSObject)?.field(field) !== undefined);
  return describeSObject(permissions.seen(user, object) ?? object, { describedChildren }, root);
}

/** The list of objects, as the user of a call sees it. */
export function describeGlobalFor({ org, root, user }: DataCall): DescribeGlobalResult {
  if (!org.permissions.areRestricted(user)) return describeGlobal(org.catalog, root);
  const seen = org.permissions.catalogFor(user).all();
  return describeGlobal({ summaries: () => seen.map(({ definition }) => definition) }, root);
}

/** One of the record types that a describe lists. */
export interface RecordTypeInfo {
  readonly active: boolean;
  readonly available: boolean;
  readonly defaultRecordTypeMapping: boolean;
  readonly developerName: string;
  readonly master: boolean;
  readonly name: string;
  readonly recordTypeId: string;
  readonly urls: Readonly<Record<string, string>>;
}

export function recordTypesOf(description: DescribeSObjectResult): readonly RecordTypeInfo[] {
  return description['recordTypeInfos'] as readonly RecordTypeInfo[];
}

/** The value picklists of an object offer: what layouts and the user interface API show by record type. */
export function picklistsOf(description: DescribeSObjectResult): readonly DescribeField[] {
  return description.fields.filter(({ type }) => type === 'picklist' || type === 'multipicklist');
}
