import type { DuplicateRuleOptions } from './behaviour/duplicate-rules.js';
import type { FieldHistoryOptions } from './behaviour/field-history.js';
import type { RollUpOptions } from './behaviour/roll-up-summaries.js';
import type { ValidationRuleOptions } from './behaviour/validation-rules.js';
import type { FormulaOptions } from './formula/org-formulas.js';
import type { EmbeddedPermissions, EmbeddedSharing } from './permissions/permission-set.interface.js';

/**
 * What the administrator of an org sets up beside objects and fields.
 *
 * @publicApi
 */
export interface EmbeddedBehaviourOptions {
  /**
   * Validation rules, by object.
   *
   * @example
   * ```ts
   * await EmbeddedOrg.create({
   *   rules: {
   *     Opportunity: [
   *       { when: ({ Amount, StageName }) => StageName === 'Closed Won' && !Amount, message: 'How much was it?', field: 'Amount' },
   *     ],
   *   },
   * });
   * ```
   * @default none
   */
  readonly rules?: ValidationRuleOptions;
  /**
   * Formula fields, by object and field: expressions in the platform's formula language, or functions of the record. They
   * are computed when they are read. An expression may name fields of parents, and queries with one are the faster ones.
   *
   * @example
   * ```ts
   * await EmbeddedOrg.create({
   *   formulas: {
   *     Contact: { Greeting__c: '"Dear " & FirstName & " of " & Account.Name' },
   *     Account: { Score__c: (account) => (account['Rating'] === 'Hot' ? 10 : 1) },
   *   },
   * });
   * ```
   * @default those of the definitions that say their formula
   */
  readonly formulas?: FormulaOptions;
  /**
   * Roll-up summary fields, by parent and field.
   *
   * @example
   * ```ts
   * await EmbeddedOrg.create({
   *   rollUps: { Account: { Paid__c: { of: 'Invoice__c', by: 'Account__c', summarize: 'SUM', field: 'Amount__c', where: "Status__c = 'Paid'" } } },
   * });
   * ```
   * @default none
   */
  readonly rollUps?: RollUpOptions;
  /** Fields whose changes are kept, by object: `{ Account: ['Rating'] }` fills `AccountHistory`. @default none */
  readonly history?: FieldHistoryOptions;
  /**
   * Duplicate rules, by object.
   *
   * @example
   * ```ts
   * await EmbeddedOrg.create({ duplicateRules: { Contact: [{ match: ['Email'], action: 'alert' }] } });
   * ```
   * @default none
   */
  readonly duplicateRules?: DuplicateRuleOptions;
  /**
   * What users may see and do, by username. Users that are not named are administrators.
   *
   * @example
   * ```ts
   * await EmbeddedOrg.create({
   *   permissions: {
   *     'sam@example.com': { objects: { Account: { delete: false } }, fields: { 'Account.Rating': 'read', 'Contact.Email': 'none' } },
   *   },
   * });
   * ```
   * @default none: everybody may do everything
   */
  readonly permissions?: Readonly<Record<string, EmbeddedPermissions>>;
  /**
   * What users with `permissions` may do with records that others own, by object.
   *
   * @default all that their permissions allow
   */
  readonly sharing?: Readonly<Record<string, EmbeddedSharing>>;
}
