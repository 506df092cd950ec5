import { describe, expect, it } from '@jest/globals';
import { sessionOwner } from '../../../../lib/connection/describe/session-owner.js';

const instanceUrl = 'https://acme.my.salesforce.com';
const accessToken = '00D000000000001!AQ8AQBvjAlvf';

describe('sessionOwner', () => {
  it('is told by the identity URL of a login', () => {
    const id = 'https://login.salesforce.com/id/00D000000000001EAA/005000000000001AAA';
    expect(sessionOwner({ id, accessToken, instanceUrl })).toEqual({
      organization: '00D000000000001EAA',
      user: '005000000000001AAA',
    });
  });

  it('is told by a token as far as it goes: the org, and a text that stands for the user', () => {
    const owner = sessionOwner({ accessToken, instanceUrl });
    expect(owner.organization).toBe('00D000000000001EAA');
    expect(owner.user).toMatch(/^session-[\w-]{16}$/);
    expect(owner.user).not.toContain('AQ8AQ');
    expect(sessionOwner({ accessToken, instanceUrl })).toEqual(owner);
    expect(sessionOwner({ accessToken: '00D000000000001!other', instanceUrl }).user).not.toBe(owner.user);
  });

  it('is the host where nothing tells the org', () => {
    const owner = sessionOwner({ accessToken: 'opaque', instanceUrl });
    expect(owner.organization).toMatch(/^host-[\w-]{16}$/);
    expect(sessionOwner({ accessToken: 'opaque', instanceUrl: 'https://b.my.salesforce.com' })).not.toEqual(
      owner,
    );
  });
});
