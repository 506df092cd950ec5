import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EmbeddedOrg } from '../../lib/embedded/embedded-org.js';
import { readSnapshot } from '../../lib/schema/snapshot/snapshot-reader.js';
import { CliRun } from '../support/cli-run.js';
import { SalesforceCli } from '../support/salesforce-cli.js';

/** Our commands on an org that the real Salesforce CLI is signed in to. */
describe('an org of the Salesforce CLI', () => {
  let folder: string;
  let org: EmbeddedOrg;
  let cli: SalesforceCli;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'salesforce-cli-org-'));
    cli = await SalesforceCli.open();
    await cli.install(folder);
    org = await EmbeddedOrg.create({ user: { username: 'admin@example.com' } });
    const { url } = await org.listen();
    await cli.signIn(url, org.accessToken);
  });
  afterEach(async () => {
    await org.close();
    await cli.close();
    await rm(folder, { recursive: true });
  });

  const snapshotOf = (notation: string) => {
    const { PATH, ...others } = cli.environment;
    const env = { ...others, PATH: `${folder}${delimiter}${PATH}` };
    return CliRun.of(['snapshot', 'org.gz', '-o', notation, 'Account', '--no-cache'], { cwd: folder, env });
  };

  it.each(['sf:embedded', 'sf:admin@example.com', 'sf'])('is found as %s', async (notation) => {
    const run = await snapshotOf(notation);
    expect([run.code, run.errors]).toEqual([0, '']);
    const { header, describes } = await readSnapshot(join(folder, 'org.gz'));
    expect(header.organization).toEqual({ id: org.organizationId });
    expect(describes.map(({ name }) => name)).toEqual(['Account']);
  });

  it('is not found under another alias, and the CLI says so', async () => {
    const run = await snapshotOf('sf:nowhere');
    expect(run.code).toBe(1);
    expect(run.errors).toBe(
      "The Salesforce CLI could not run 'sf org display --target-org nowhere --json': " +
        'No authorization information found for nowhere.\n',
    );
  });
});
