import { describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../support/org-client.js';

describe('streaming resource', () => {
  it('refuses a handshake in its own protocol', async () => {
    const client = await OrgClient.open();
    const { status, body } = await client.call('POST', '/cometd/67.0/handshake', {
      body: [
        { id: '1', channel: '/meta/handshake', version: '1.0', supportedConnectionTypes: ['long-polling'] },
      ],
    });
    expect(status).toBe(200);
    expect(body).toEqual([
      {
        id: '1',
        channel: '/meta/handshake',
        successful: false,
        error: '403::Streaming API is not enabled for this organization',
        advice: { reconnect: 'none', interval: 0 },
      },
    ]);
    await client.close();
  });
});
