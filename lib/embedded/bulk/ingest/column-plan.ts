import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { ObjectCatalog } from '../../catalog/object-catalog.interface.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { invalidBatch } from '../batch-error.js';
import type { IngestOperation } from '../bulk-job.interface.js';

/** Null, where an empty value means that the field is left as it is. */
const NULL = '#N/A';

const RELATIONSHIP = /^(?:(?<type>\w+):)?(?<parent>\w+)\.(?<key>\w+)$/;

/** What a column of an upload sets. */
export interface IngestColumn {
  readonly header: string;
  /** The property of a record body: a field, or the name of a parent. */
  readonly property: string;
  /** The field that the column's values are of; none for `Id`. */
  readonly field?: FieldDefinition;
  /** What the property is for a value that is neither absent nor null. */
  readonly body: (text: string) => unknown;
}

/** The columns of a header row: whatever reading a row needs to know, found once for all rows. */
export class ColumnPlan {
  readonly columns: readonly IngestColumn[];
  /** Place of the record's id; -1 without one. */
  readonly idPlace: number;

  /** @throws BatchError naming a column that the object does not have */
  constructor(header: readonly string[], object: ObjectSchema, catalog: ObjectCatalog) {
    this.columns = header.map((name) => columnOf(name, object, catalog));
    this.idPlace = this.columns.findIndex(({ property }) => property === 'Id');
  }

  /** @throws BatchError when the header lacks what the operation goes by, or has what it does not take */
  requireFor(operation: IngestOperation, externalIdFieldName: string | undefined): void {
    if (operation === 'insert' || this.columns.length === 0) return;
    const key = operation === 'upsert' ? (externalIdFieldName ?? 'Id') : 'Id';
    // Rows of an upsert that could have an id, and have none, are new records.
    const needed = operation !== 'upsert' || key.toLowerCase() !== 'id';
    if (needed && !this.columns.some(({ property }) => property.toLowerCase() === key.toLowerCase())) {
      throw invalidBatch(`Field name not found : ${key}`);
    }
    const deletes = operation === 'delete' || operation === 'hardDelete';
    if (deletes && this.columns.length > 1) throw invalidBatch('delete batch must contain only ids');
  }

  /** The body of a row: what is empty is not in it, and `#N/A` is null. */
  valuesOf(row: readonly string[]): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    const { columns, idPlace } = this;
    for (let place = 0; place < columns.length; place++) {
      const text = row[place];
      if (text === undefined || text === '' || place === idPlace) continue;
      const column = columns[place]!;
      values[column.property] = text === NULL ? null : column.body(text);
    }
    return values;
  }
}

const asText = (text: string): unknown => text;

function columnOf(header: string, object: ObjectSchema, catalog: ObjectCatalog): IngestColumn {
  const name = header.trim();
  const field = object.field(name);
  if (field?.type === 'id') return { header: name, property: 'Id', body: asText };
  if (field) {
    return { header: name, property: field.name, field, body: field.type === 'boolean' ? flagOf : asText };
  }
  return relationshipColumn(name, object, catalog) ?? refuse(header);
}

/** `Account.Number__c`, or `Account:What.Number__c` where the parent may be of several types. */
function relationshipColumn(
  name: string,
  object: ObjectSchema,
  catalog: ObjectCatalog,
): IngestColumn | undefined {
  const { type, parent = '', key = '' } = RELATIONSHIP.exec(name)?.groups ?? {};
  const reference = object.parent(parent);
  if (!reference) return undefined;
  const targets = (reference.referenceTo ?? []).filter(
    (target) => type === undefined || target.toLowerCase() === type.toLowerCase(),
  );
  for (const target of targets) {
    const field = catalog.get(target)?.field(key);
    if (field?.externalId || field?.idLookup) {
      return {
        header: name,
        property: reference.relationshipName ?? parent,
        field: reference,
        body: (text) => ({ attributes: { type: target }, [field.name]: text }),
      };
    }
  }
  return undefined;
}

function refuse(header: string): never {
  throw invalidBatch(`Field name not found : ${header}`);
}

/** The platform takes digits too. */
function flagOf(text: string): unknown {
  if (text === '1') return true;
  return text === '0' ? false : text;
}
