import type { ObjectSchema } from '../../catalog/object-schema.js';
import { OrgError } from '../../org-error.js';
import type { OrgUser } from '../org-user.interface.js';
import type { ObjectBehaviour, RecordBehaviour, RecordWrite } from './record-behaviour.interface.js';
import type { RecordView } from './record-view.js';

type WireRecord = Readonly<Record<string, unknown>>;

/**
 * What a validation rule knows beside the record.
 *
 * @publicApi
 */
export interface EmbeddedRuleContext {
  readonly isNew: boolean;
  /** The record before the change; undefined for a new one. */
  readonly before: WireRecord | undefined;
  readonly user: OrgUser;
  readonly now: Date;
  /** Whether the write gives the field another value; any value at all in a new record. */
  isChanged(field: string): boolean;
}

/**
 * A validation rule: records for which it holds are refused with `FIELD_CUSTOM_VALIDATION_EXCEPTION`.
 *
 * @publicApi
 */
export interface EmbeddedValidationRule {
  readonly name?: string;
  /** Whether the record is wrong, as the error condition of a rule says it. The record is as the API gives it. */
  readonly when: (record: WireRecord, context: EmbeddedRuleContext) => boolean;
  readonly message: string;
  /** The field that the message stands at. @default the top of the page: no field */
  readonly field?: string;
}

/** By object. */
export type ValidationRuleOptions = Readonly<Record<string, readonly EmbeddedValidationRule[]>>;

/** The rules that the org's administrator made for what a record may hold. */
export class ValidationRules implements RecordBehaviour {
  readonly #rules: ReadonlyMap<string, readonly EmbeddedValidationRule[]>;
  readonly #view: RecordView;
  readonly #now: () => Date;

  constructor(rules: ValidationRuleOptions, view: RecordView, now: () => Date) {
    this.#rules = new Map(Object.entries(rules).map(([name, own]) => [name.toLowerCase(), own]));
    this.#view = view;
    this.#now = now;
  }

  of(object: ObjectSchema): ObjectBehaviour | undefined {
    const rules = this.#rules.get(object.name.toLowerCase());
    if (!rules || rules.length === 0) return undefined;
    return {
      follow: (write) => {
        if (write.operation === 'insert' || write.operation === 'update') this.#check(rules, write);
      },
    };
  }

  #check(rules: readonly EmbeddedValidationRule[], { object, before, after, user }: RecordWrite): void {
    const record = this.#view.of(object, after);
    const earlier = before && this.#view.of(object, before);
    const context: EmbeddedRuleContext = {
      isNew: before === undefined,
      before: earlier,
      user,
      now: this.#now(),
      isChanged: (name) => (record[name] ?? null) !== (earlier?.[name] ?? null),
    };
    const [first, ...others] = rules.filter(({ when }) => when(record, context)).map(refusal);
    if (first) throw first.with(others);
  }
}

function refusal({ message, field }: EmbeddedValidationRule): OrgError {
  return new OrgError('FIELD_CUSTOM_VALIDATION_EXCEPTION', message, {
    fields: field === undefined ? [] : [field],
  });
}
