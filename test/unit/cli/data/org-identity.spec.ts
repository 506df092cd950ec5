import { describe, expect, it } from '@jest/globals';
import { isSameOrg, readOrgIdentity } from '../../../../lib/cli/data/org-identity.js';
import type { SalesforceConnection } from '../../../../lib/connection/salesforce-connection.js';
import { PermissionDeniedException } from '../../../../lib/exceptions/permission-denied.exception.js';
import { SalesforceNetworkException } from '../../../../lib/exceptions/salesforce-network.exception.js';

function answering(answer: unknown): SalesforceConnection {
  const query = async (): Promise<unknown> => {
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { query } as unknown as SalesforceConnection;
}

const ORG = { id: '00D000000000001AAA', createdDate: '2026-01-01T00:00:00.000+0000' };

describe('readOrgIdentity', () => {
  it('tells the org by its id and its first day', async () => {
    expect(await readOrgIdentity(answering([{ Id: ORG.id, CreatedDate: ORG.createdDate }]))).toEqual(ORG);
  });

  it('tells nothing where the user may not know', async () => {
    const refusal = new PermissionDeniedException('no', { errorCode: 'INSUFFICIENT_ACCESS', status: 403 });
    expect(await readOrgIdentity(answering(refusal))).toBeNull();
  });

  it('does not take a broken network for a refusal', async () => {
    await expect(readOrgIdentity(answering(new SalesforceNetworkException('down')))).rejects.toThrow('down');
  });
});

describe('isSameOrg', () => {
  it.each([
    [ORG, { ...ORG }, true],
    [ORG, { ...ORG, id: '00D000000000002AAA' }, false],
    [ORG, { ...ORG, createdDate: '2026-02-01T00:00:00.000+0000' }, false],
    [ORG, null, false],
    [null, null, false],
  ])('%j, %j: %s', (one, other, same) => {
    expect(isSameOrg(one, other)).toBe(same);
  });
});
