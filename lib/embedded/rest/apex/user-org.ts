import type { ObjectSchema } from '../../catalog/object-schema.js';
import type { OrgUser } from '../../engine/record-store.js';
import type { OrgContext } from '../../org-context.interface.js';
import type { SoqlText } from '../../../soql/soql-text.js';
import { OrgError } from '../../org-error.js';
import { LATEST_VERSION } from '../org/api-versions.js';
import type { ApexRestOrg } from './apex-rest.interface.js';

/** The records of the org, for what a handler does on behalf of a user. */
export class UserOrg implements ApexRestOrg {
  readonly #org: OrgContext;
  readonly #user: OrgUser;

  constructor(org: OrgContext, user: OrgUser) {
    this.#org = org;
    this.#user = user;
  }

  query(soql: SoqlText | string): readonly Readonly<Record<string, unknown>>[] {
    const options = { user: this.#user, apiVersion: LATEST_VERSION };
    const records: Readonly<Record<string, unknown>>[] = [];
    let page = this.#org.queries.run(String(soql), options);
    records.push(...page.records);
    while (page.nextRecordsUrl !== undefined) {
      page = this.#org.queries.more(
        page.nextRecordsUrl.slice(page.nextRecordsUrl.lastIndexOf('/') + 1),
        options,
      );
      records.push(...page.records);
    }
    return records;
  }

  insert(sobject: string, values: Readonly<Record<string, unknown>>): string {
    return this.#org.records.insert(this.#object(sobject), values, this.#user);
  }

  update(sobject: string, id: string, values: Readonly<Record<string, unknown>>): void {
    this.#org.records.update(this.#object(sobject), id, values, this.#user);
  }

  delete(sobject: string, id: string): void {
    this.#org.records.delete(this.#object(sobject), id, this.#user);
  }

  #object(name: string): ObjectSchema {
    const object = this.#org.catalog.get(name);
    if (object) return object;
    throw new OrgError('INVALID_TYPE', `sObject type '${name}' is not supported.`);
  }
}
