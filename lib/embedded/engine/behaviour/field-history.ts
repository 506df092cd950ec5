import type { FieldType } from '../../../protocol/field-type.type.js';
import type { FieldDefinition, SObjectDefinition } from '../../../schema/sobject-definition.interface.js';
import type { Catalog } from '../../catalog/catalog.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { IdGenerator } from '../id-generator.js';
import type { OrgRow } from '../org-row.js';
import { RecordTable } from '../record-table.js';
import type { Sequence } from '../sequence.js';
import type { SqliteDatabase, SqliteValue } from '../sqlite-database.interface.js';
import { TableSchema } from '../table-schema.js';
import { toStoredInstant } from '../value/temporal-value.js';
import type { ObjectBehaviour, RecordBehaviour, RecordWrite } from './record-behaviour.interface.js';

/** The fields whose changes are kept, by object. */
export type FieldHistoryOptions = Readonly<Record<string, readonly string[]>>;

interface FieldHistoryDependencies {
  readonly catalog: Catalog;
  readonly database: SqliteDatabase;
  readonly sequence: Sequence;
  now(): Date;
}

/** Standard objects whose history is not called as that of the others. */
const NAMES: Readonly<Record<string, string>> = { Opportunity: 'OpportunityFieldHistory' };

/** What the ids of history begin with, whosever it is. */
const KEY_PREFIX = '017';

/** Writes down how chosen fields change, in records of `AccountHistory` and its like. */
export class FieldHistory implements RecordBehaviour {
  readonly #fields: ReadonlyMap<string, readonly string[]>;
  readonly #catalog: Catalog;
  readonly #table: RecordTable;
  readonly #ids: IdGenerator;
  readonly #now: () => Date;

  constructor(options: FieldHistoryOptions, { catalog, database, sequence, now }: FieldHistoryDependencies) {
    this.#fields = new Map(Object.entries(options).map(([name, fields]) => [name.toLowerCase(), fields]));
    this.#catalog = catalog;
    this.#table = new RecordTable(database, new TableSchema(database));
    this.#ids = new IdGenerator(sequence);
    this.#now = now;
  }

  of(object: ObjectSchema): ObjectBehaviour | undefined {
    const names = this.#fields.get(object.name.toLowerCase());
    if (!names) return undefined;
    const tracked = names.flatMap((name) => object.field(name) ?? []);
    const history = historyDefinition(object);
    const kept = this.#catalog.get(history.name) ?? this.#catalog.define(history);
    return {
      follow: (write) => {
        if (write.operation === 'insert') this.#write(kept, write, 'created', 'Text', null, null);
        if (write.operation === 'update') this.#compare(kept, write, tracked);
      },
    };
  }

  #compare(history: ObjectSchema, write: RecordWrite, tracked: readonly FieldDefinition[]): void {
    for (const field of tracked) {
      const [before, after] = [write.before?.[field.name] ?? null, write.after[field.name] ?? null];
      if (before === after) continue;
      this.#write(history, write, field.name, DATA_TYPES[field.type] ?? 'Text', before, after);
    }
  }

  #write(
    history: ObjectSchema,
    write: RecordWrite,
    field: string,
    dataType: string,
    before: SqliteValue,
    after: SqliteValue,
  ): void {
    const row: OrgRow = {
      Id: this.#ids.next(history.keyPrefix || KEY_PREFIX),
      [parentField(write.object)]: write.id,
      Field: field,
      DataType: dataType,
      OldValue: asText(before),
      NewValue: asText(after),
      CreatedById: write.user.id,
      CreatedDate: toStoredInstant(this.#now()),
    };
    this.#table.insert(history, row);
  }
}

const DATA_TYPES: Partial<Record<FieldType, string>> = {
  boolean: 'Boolean',
  currency: 'Currency',
  date: 'DateOnly',
  datetime: 'DateTime',
  double: 'Double',
  int: 'Integer',
  multipicklist: 'MultiEnum',
  percent: 'Percent',
  picklist: 'DynamicEnum',
  reference: 'EntityId',
};

function asText(value: SqliteValue): string | null {
  return value === null ? null : String(value);
}

/** The field of a history record that says whose history it is. */
function parentField({ name, definition }: ObjectSchema): string {
  return definition.custom ? 'ParentId' : `${name}Id`;
}

function historyDefinition(object: ObjectSchema): SObjectDefinition {
  const { name, definition } = object;
  const parent = parentField(object);
  const text = { type: 'string', length: 255, nillable: true, filterable: false } as const;
  return {
    name: definition.custom ? name.replace(/__c$/, '__History') : (NAMES[name] ?? `${name}History`),
    label: `${definition.label} History`,
    labelPlural: `${definition.label} History`,
    keyPrefix: null,
    custom: false,
    createable: false,
    updateable: false,
    deletable: false,
    queryable: true,
    traits: ['replicateable', 'retrieveable'],
    fields: [
      {
        name: parent,
        label: `${definition.label} ID`,
        type: 'reference',
        referenceTo: [name],
        relationshipName: parent.replace(/Id$/, ''),
        childRelationshipName: 'Histories',
        cascadeDelete: true,
      },
      { name: 'Field', label: 'Changed Field', type: 'picklist', length: 255 },
      { name: 'DataType', label: 'Datatype', type: 'picklist', length: 40 },
      { ...text, name: 'OldValue', label: 'Old Value' },
      { ...text, name: 'NewValue', label: 'New Value' },
    ],
  };
}
