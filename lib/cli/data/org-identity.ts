import type { SalesforceConnection } from '../../connection/salesforce-connection.js';
import { isRefusal } from './is-refusal.js';

/** Which org records are of. Embedded orgs share an id, and are told apart by when they were made. */
export interface OrgIdentity {
  readonly id: string;
  readonly createdDate: string;
}

/** The org that a connection leads to; null where the user may not know. */
export async function readOrgIdentity(connection: SalesforceConnection): Promise<OrgIdentity | null> {
  try {
    const [organization] = await connection.query<{ readonly Id: string; readonly CreatedDate: string }>(
      'SELECT Id, CreatedDate FROM Organization LIMIT 1',
    );
    return organization ? { id: organization.Id, createdDate: organization.CreatedDate } : null;
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

export function isSameOrg(one: OrgIdentity | null, other: OrgIdentity | null): boolean {
  return one !== null && one.id === other?.id && one.createdDate === other.createdDate;
}
