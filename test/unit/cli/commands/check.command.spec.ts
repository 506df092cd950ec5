import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EmbeddedOrg } from '../../../../lib/embedded/embedded-org.js';
import { sobjectFromDescribe } from '../../../../lib/schema/sobject-from-describe.js';
import { describedBoat } from '../../../fixtures/described-object.js';
import { CliRun } from '../../../support/cli-run.js';

/** As a compiler leaves an entity. */
const BOAT = `
import { Field, Id, SObject } from 'nestjs-salesforce';
export class Boat {}
Id()(Boat.prototype, 'id');
Field({ type: 'string', readOnly: true })(Boat.prototype, 'name');
Field({ custom: true, picklist: ['Sloop', 'Ketch'] })(Boat.prototype, 'rig');
SObject({ custom: true })(Boat);
`;

describe('check command', () => {
  let cwd: string;

  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'check-command-'));
    await mkdir(join(cwd, 'src'));
    await writeFile(join(cwd, 'src', 'boat.entity.mjs'), BOAT);
    await writeFile(join(cwd, 'org.json'), JSON.stringify([describedBoat()]));
  });
  afterEach(() => rm(cwd, { recursive: true }));

  const run = (...args: string[]) => CliRun.of(['check', ...args], { cwd });
  const entities = ['--entities', 'src/*.entity.mjs'];

  const drifted = async (): Promise<void> => {
    const boat = describedBoat();
    const fields = boat.fields.map((field) =>
      field.name === 'Rig__c' ? { ...field, name: 'Rigging__c', label: 'Rig' } : field,
    );
    await writeFile(join(cwd, 'org.json'), JSON.stringify([{ ...boat, fields }]));
  };

  it('tells differences, and ends well where nothing would break', async () => {
    const { code, output, errors } = await run(...entities, '-o', 'org.json');
    expect([code, errors]).toEqual([0, '']);
    expect(output).toBe(`\
Boat
  warning  Boat.rig (Rig__c) lists 'Ketch', which the org has not and refuses.
           Take the values out of the list, or add or reactivate them in the org.

1 entity compared with org.json: 1 warning.
`);
  });

  it('exits with 3 where something would break', async () => {
    await drifted();
    const { code, output } = await run(...entities, '-o', 'org.json');
    expect(code).toBe(3);
    expect(output).toBe(`\
Boat
  error    Boat.rig (Rig__c) is not in the org, or the connected user may not see it; it seems to be called Rigging__c now.
           Say apiName: 'Rigging__c'.

1 entity compared with org.json: 1 error.
`);
  });

  it.each([
    ['error', 0],
    ['warning', 3],
    ['info', 3],
  ])('takes --severity %s for the threshold of the exit code', async (severity, expected) => {
    expect((await run(...entities, '-o', 'org.json', '--severity', severity)).code).toBe(expected);
  });

  it('gives the report as JSON', async () => {
    await drifted();
    const { code, output } = await run(...entities, '-o', 'org.json', '--json');
    expect(code).toBe(3);
    expect(JSON.parse(output)).toEqual({
      org: 'org.json',
      entities: 1,
      findings: [
        {
          severity: 'error',
          code: 'field-renamed',
          entity: 'Boat',
          object: 'Boat__c',
          property: 'rig',
          field: 'Rig__c',
          message:
            'Boat.rig (Rig__c) is not in the org, or the connected user may not see it; it seems to be called Rigging__c now.',
          fix: "Say apiName: 'Rigging__c'.",
        },
      ],
      counts: { error: 1, warning: 0, info: 0 },
    });
  });

  it('takes entities and org from the config file', async () => {
    const config = { orgs: { default: 'org.json' }, entities: ['src/*.entity.mjs'] };
    await writeFile(join(cwd, 'nestjs-salesforce.config.json'), JSON.stringify(config));
    const { code, output } = await CliRun.of(['check'], { cwd: join(cwd, 'src') });
    expect(code).toBe(0);
    expect(output).toContain('1 entity compared with org.json: 1 warning.');
  });

  it('asks a running org', async () => {
    const { code, output } = await run(...entities, '-o', 'embedded');
    expect(code).toBe(3);
    expect(output).toContain('Boat (Boat__c) is not in the org, or the connected user may not see it');
  });

  it('tells what the user who signs in may not see or write', async () => {
    const org = await EmbeddedOrg.create({ definitions: [sobjectFromDescribe(describedBoat())] });
    try {
      org.setPermissions(org.username, { fields: { 'Boat__c.Rig__c': 'none' } });
      const { url } = await org.listen();
      const session = { accessToken: org.accessToken, instanceUrl: url };
      await writeFile(join(cwd, 'session.json'), JSON.stringify(session));
      const { code, output } = await run(...entities, '-o', 'session:session.json', '--no-cache');
      expect(code).toBe(3);
      expect(output).toContain('Boat.rig (Rig__c) is in the org, but the connected user may not see it');
    } finally {
      await org.close();
    }
  });

  it('goes on where the org lists an object and does not describe it', async () => {
    const org = await EmbeddedOrg.create({ definitions: [sobjectFromDescribe(describedBoat())] });
    try {
      const fault = { status: 403, errorCode: 'INSUFFICIENT_ACCESS' };
      org.faults.add({ on: 'GET /sobjects/Boat__c/describe', fault });
      const { url } = await org.listen();
      const session = { accessToken: org.accessToken, instanceUrl: url };
      await writeFile(join(cwd, 'session.json'), JSON.stringify(session));
      const { code, output } = await run(...entities, '-o', 'session:session.json', '--no-cache');
      expect(code).toBe(3);
      expect(output).toContain(
        'error    Boat (Boat__c) is in the org, which does not describe it to the connected user: INSUFFICIENT_ACCESS',
      );
    } finally {
      await org.close();
    }
  });

  it('puts a namespace before custom names', async () => {
    const { output } = await run(...entities, '-o', 'org.json', '--namespace', 'acme');
    expect(output).toContain('Boat (acme__Boat__c) is not in the org');
    expect(output).toContain("Say @SObject({ apiName: 'Boat__c' }).");
  });

  it.each([
    [['-o', 'org.json'], 1, /^No entities are named\. Say where they are by --entities/],
    [
      ['--entities', 'lib/*.js', '-o', 'org.json'],
      1,
      /^No JavaScript or TypeScript file of .* matches 'lib\/\*\.js'\.\n$/,
    ],
    [[...entities, '-o', 'none.gz'], 1, /^There is no file 'none\.gz'/],
    [
      [...entities, '--severity', 'fatal'],
      2,
      /^error: option '--severity <least>' argument 'fatal' is invalid\./,
    ],
  ])('refuses %p', async (args, expected, message) => {
    const { code, output, errors } = await run(...args);
    expect([code, output]).toEqual([expected, '']);
    expect(errors).toMatch(message);
  });
});
