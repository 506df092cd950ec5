// The org, and what it takes and gives.
export { EmbeddedOrg } from './embedded-org.js';
export type {
  EmbeddedAppOptions,
  EmbeddedFurtherUserOptions,
  EmbeddedHttpsOptions,
  EmbeddedOrgOptions,
  EmbeddedOrgServer,
  EmbeddedPasswordPolicies,
  EmbeddedUserOptions,
  ExternalToken,
  ListenOptions,
} from './embedded-org-options.interface.js';

// What an org has beyond what every org has.
export type { OrgFeatures } from './catalog/org-features.interface.js';

// What the administrator of an org sets up beside objects and fields.
export type { EmbeddedBehaviourOptions } from './engine/engine-options.interface.js';
export type { EmbeddedDuplicateRule } from './engine/behaviour/duplicate-rules.js';
export type { EmbeddedRollUp } from './engine/behaviour/roll-up-plan.js';
export type { EmbeddedRuleContext, EmbeddedValidationRule } from './engine/behaviour/validation-rules.js';
export type { EmbeddedFormula } from './engine/formula/org-formulas.js';
export type {
  EmbeddedFieldAccess,
  EmbeddedObjectPermissions,
  EmbeddedPermissions,
  EmbeddedSharing,
} from './engine/permissions/permission-set.interface.js';

// What stands for the Apex of an org, and for the actions that programs invoke.
export type { ApexRestCall, ApexRestHandler, ApexRestOrg } from './rest/apex/apex-rest.interface.js';
export type {
  InvocableActionContext,
  InvocableActionHandler,
} from './rest/actions/invocable/invocable-action.js';

// What tests do with an org: its time, what it was asked, what goes wrong.
export type { ErrorFault, Fault, FaultRule, InjectedFault } from './testing/fault.interface.js';
export type { LoggedRequest } from './testing/logged-request.interface.js';
export type { OrgSnapshot } from './engine/org-snapshot.js';
export type { RecordLocks } from './engine/record-locks.js';
export type { ClockStep, OrgClock } from './testing/org-clock.js';
export type { OrgFaults } from './testing/org-faults.js';
export type { RequestLog } from './testing/request-log.js';
export type { RequestPattern } from './testing/request-pattern.js';

// Seeds, in the Salesforce CLI's data tree format.
export type { SeedData, SeedRecord, SeedTables } from '../connection/connection-options.interface.js';
