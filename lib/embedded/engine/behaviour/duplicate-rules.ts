import { DEFAULT_API_VERSION } from '../../../protocol/api-version.js';
import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { OrgError } from '../../org-error.js';
import { ignoresCase } from '../case-folding.js';
import type { SqliteDatabase, SqliteValue } from '../sqlite-database.interface.js';
import { quoteIdentifier } from '../table-schema.js';
import type { ObjectBehaviour, RecordBehaviour, RecordWrite } from './record-behaviour.interface.js';

/**
 * A duplicate rule: a record that equals another one in all of some fields is refused with `DUPLICATES_DETECTED`.
 *
 * @publicApi
 */
export interface EmbeddedDuplicateRule {
  /** @default such as 'Standard_Contact_Duplicate_Rule' */
  readonly name?: string;
  /** The fields that have to be equal, whatever their case; a record that leaves one of them empty has no duplicates. */
  readonly match: readonly string[];
  /** Whether clients can save the record all the same, by the header `Sforce-Duplicate-Rule-Header: allowSave=true`. */
  readonly action: 'alert' | 'block';
  /** @default 'Use one of these records?' */
  readonly message?: string;
}

/** By object. */
export type DuplicateRuleOptions = Readonly<Record<string, readonly EmbeddedDuplicateRule[]>>;

const MESSAGE = 'Use one of these records?';
/** How many matches are listed. */
const MAX_MATCHES = 100;

/** Finds records that are there already. */
export class DuplicateRules implements RecordBehaviour {
  readonly #rules: ReadonlyMap<string, readonly EmbeddedDuplicateRule[]>;
  readonly #database: SqliteDatabase;

  constructor(rules: DuplicateRuleOptions, database: SqliteDatabase) {
    this.#rules = new Map(Object.entries(rules).map(([name, own]) => [name.toLowerCase(), own]));
    this.#database = database;
  }

  of(object: ObjectSchema): ObjectBehaviour | undefined {
    const rules = this.#rules.get(object.name.toLowerCase());
    if (!rules) return undefined;
    return {
      follow: (write) => {
        if (write.operation === 'insert' || write.operation === 'update') {
          for (const rule of rules) this.#check(rule, write);
        }
      },
    };
  }

  #check(rule: EmbeddedDuplicateRule, write: RecordWrite): void {
    const { object, before, after, options } = write;
    if (rule.action === 'alert' && options.allowDuplicates) return;
    const fields = rule.match.flatMap((name) => object.field(name) ?? []);
    if (fields.length < rule.match.length || fields.some(({ name }) => after[name] == null)) return;
    if (before && fields.every(({ name }) => before[name] === after[name])) return;
    const ids = this.#matches(write, fields);
    if (ids.length > 0) throw refusal(rule, object, ids);
  }

  #matches({ object, id, after }: RecordWrite, fields: readonly FieldDefinition[]): readonly string[] {
    const equal = fields.map((field) => {
      const column = quoteIdentifier(field.name);
      return ignoresCase(field) ? `fold(${column}) = fold(?)` : `${column} = ?`;
    });
    const values: SqliteValue[] = fields.map(({ name }) => after[name] ?? null);
    return this.#database
      .prepare(
        `SELECT "Id" FROM ${quoteIdentifier(object.name)} WHERE ${equal.join(' AND ')} ` +
          `AND "IsDeleted" = 0 AND "Id" <> ? ORDER BY "Id" LIMIT ${MAX_MATCHES}`,
      )
      .rows(...values, id)
      .map(([match]) => String(match));
  }
}

function refusal(rule: EmbeddedDuplicateRule, object: ObjectSchema, ids: readonly string[]): OrgError {
  const message = rule.message ?? MESSAGE;
  const result = {
    allowSave: rule.action === 'alert',
    duplicateRule: rule.name ?? `Standard_${object.name}_Duplicate_Rule`,
    duplicateRuleEntityType: object.name,
    errorMessage: message,
    matchResults: [
      {
        entityType: object.name,
        errors: [],
        matchEngine: 'ExactMatchEngine',
        matchRecords: ids.map((id) => matchRecord(object, id)),
        rule: `Standard_${object.name}_Match_Rule_v1_0`,
        size: ids.length,
        success: true,
      },
    ],
  };
  // The platform's own spelling.
  return new OrgError('DUPLICATES_DETECTED', message, { details: { duplicateResut: result } });
}

function matchRecord(object: ObjectSchema, id: string) {
  const url = `/services/data/v${DEFAULT_API_VERSION}/sobjects/${object.name}/${id}`;
  return {
    additionalInformation: [],
    fieldDiffs: [],
    matchConfidence: 100,
    record: { attributes: { type: object.name, url }, Id: id },
  };
}
