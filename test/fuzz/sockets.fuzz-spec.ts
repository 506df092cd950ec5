import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { Pool } from 'undici';
import type { EmbeddedOrgServer } from '../../lib/embedded/embedded-org-options.interface.js';
import { budgetOf } from '../support/fuzz/fuzz-budget.js';
import { FuzzedOrg } from '../support/fuzz/fuzzed-org.js';
import { playScript } from '../support/fuzz/socket-player.js';
import { type SocketScript, socketScripts } from '../support/fuzz/socket-scripts.js';

const STATUS_LINE = /^HTTP\/1\.1 (\d{3}) /;

describe.each([
  ['over HTTP', false, 6_000],
  // None of the scripts is a handshake: the server tells them so.
  ['over HTTPS', true, 1_000],
])('connections that do not keep to the rules, %s', (_way, https, runs) => {
  let fuzzed: FuzzedOrg;
  let server: EmbeddedOrgServer;
  let pool: Pool;

  beforeAll(async () => {
    fuzzed = await FuzzedOrg.open();
    server = await fuzzed.org.listen({ https });
    pool = new Pool(server.url, { connect: { ca: server.certificate } });
  });
  afterAll(async () => {
    await pool.close();
    await fuzzed.close();
  });

  it('leave the org as it was, and able to answer others', async () => {
    const contents = await fuzzed.contents();
    const headers = { authorization: `Bearer ${fuzzed.org.accessToken}` };
    const isSurvived = async (script: SocketScript): Promise<void> => {
      const reply = await playScript(new URL(server.url), script, fuzzed.org.accessToken);
      const status = STATUS_LINE.exec(reply)?.[1];
      if (status !== undefined) expect(Number(status)).toBeLessThan(500);
      if (!https && reply !== '') expect(reply).toMatch(STATUS_LINE);
      expect(reply).not.toMatch(/\n\s+at\s.+:\d+:\d+|UNKNOWN_EXCEPTION/);
      const next = await pool.request({ method: 'GET', path: '/services/data/v60.0/limits', headers });
      expect(next.statusCode).toBe(200);
      await next.body.dump();
      expect(fuzzed.failures).toEqual([]);
    };
    await fc.assert(fc.asyncProperty(socketScripts(), isSurvived), budgetOf(runs));
    expect(await fuzzed.contents()).toBe(contents);
  });
});
