// The embedded org in the place of the real ones, while an application is tested.
export { type NamedOrgs, SalesforceTestingModule } from './salesforce-testing.module.js';
