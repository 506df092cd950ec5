import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EmbeddedOrg } from '../../../../lib/embedded/embedded-org.js';
import type { DescribeSObjectResult } from '../../../../lib/protocol/describe.interface.js';
import { sobjectFromDescribe } from '../../../../lib/schema/sobject-from-describe.js';
import { describedBoat, describedField } from '../../../fixtures/described-object.js';
import { CliRun } from '../../../support/cli-run.js';

/** The boat of another org: a field renamed, one gone, one new, some changed. */
function otherBoat(): DescribeSObjectResult {
  const boat = describedBoat();
  const sloop = { active: true, defaultValue: true, label: 'One mast', validFor: null, value: 'Sloop' };
  const ketch = { ...sloop, defaultValue: false, value: 'Ketch' };
  const changes: Readonly<Record<string, object>> = {
    Code__c: { name: 'acme__Code__c' },
    Name: { nillable: true, length: 40, byteLength: 120 },
    Twin__c: { referenceTo: ['Ship__c'] },
    Rig__c: { picklistValues: [sloop, ketch] },
  };
  const fields = boat.fields
    .filter(({ name }) => name !== 'Place__c')
    .map((field) => Object.assign(field, changes[field.name]));
  return {
    ...boat,
    deletable: false,
    fields: [...fields, describedField({ name: 'Draught__c', type: 'double' })],
  };
}

describe('diff command', () => {
  let cwd: string;

  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'diff-command-'));
    const pier = { ...describedBoat(), name: 'Pier__c', label: 'Pier' };
    const zone = { ...describedBoat(), name: 'Zone__c', label: 'Zone' };
    await writeFile(join(cwd, 'one.json'), JSON.stringify([describedBoat(), zone]));
    await writeFile(join(cwd, 'two.json'), JSON.stringify([otherBoat(), pier]));
  });
  afterEach(() => rm(cwd, { recursive: true }));

  const run = (...args: string[]) => CliRun.of(['diff', ...args], { cwd });

  it('says that a schema is like itself', async () => {
    const { code, output, errors } = await run('one.json', 'one.json');
    expect([code, output, errors]).toEqual([0, 'No differences.\n', '']);
  });

  it('tells what is new, gone, renamed and changed, and exits with 3', async () => {
    const { code, output, errors } = await run('one.json', 'two.json');
    expect([code, errors]).toEqual([3, '']);
    expect(output).toBe(`\
~ Boat__c
    deletable: true → false
    ~ field Name
        length: 80 → 40
        nillable: false → true
    ~ field Rig__c
        ~ value Sloop
            label: 'Sloop' → 'One mast'
        + value Ketch
        - value Cat
    ~ field Twin__c
        referenceTo: -'Boat__c' +'Ship__c'
    > field acme__Code__c  was Code__c
    + field Draught__c  double
    - field Place__c  location
+ Pier__c
- Zone__c

Objects: 1 added, 1 removed, 1 changed.
`);
  });

  it('compares some objects alone, and leaves out what does not matter', async () => {
    const common = await run(
      'one.json',
      'two.json',
      '--common',
      '--ignore',
      'label',
      'deletable',
      'referenceTo',
    );
    expect(common.output).not.toMatch(/Pier|label|deletable|Twin/);
    expect(common.output).toContain('Objects: 1 changed.');
    const added = await run('one.json', 'two.json', 'P*', 'Zone__c', '--exclude', 'Zone__c');
    expect(added.output).toBe('+ Pier__c\n\nObjects: 1 added.\n');
  });

  it('gives the differences as JSON', async () => {
    const { code, output } = await run('one.json', 'two.json', 'Boat__c', 'Pier__c', '--json');
    expect(code).toBe(3);
    expect(JSON.parse(output)).toMatchObject({
      before: 'one.json',
      after: 'two.json',
      objects: [
        {
          kind: 'changed',
          name: 'Boat__c',
          changes: [{ property: 'deletable', before: true, after: false }],
        },
        { kind: 'added', name: 'Pier__c', fields: [] },
      ],
    });
  });

  it('compares orgs that run', async () => {
    const { code, output } = await run('embedded', 'embedded', 'Account', 'Contact');
    expect([code, output]).toEqual([0, 'No differences.\n']);
  });

  it('leaves out, of both, what one of them lists and does not describe', async () => {
    const org = await EmbeddedOrg.create({ definitions: [sobjectFromDescribe(describedBoat())] });
    try {
      const fault = { status: 403, errorCode: 'INSUFFICIENT_ACCESS' };
      org.faults.add({ on: 'GET /sobjects/Boat__c/describe', fault });
      const { url } = await org.listen();
      const session = { accessToken: org.accessToken, instanceUrl: url };
      await writeFile(join(cwd, 'session.json'), JSON.stringify(session));
      const orgs = ['one.json', 'session:session.json', '--no-cache'];
      const { code, output, errors } = await run(...orgs, 'Boat*');
      expect([code, output]).toEqual([0, 'No differences.\n']);
      expect(errors).toBe('Boat__c is left out, since the org does not describe it: INSUFFICIENT_ACCESS\n');
      const named = await run(...orgs, 'Boat__c');
      expect([named.code, named.errors]).toEqual([1, 'Boat__c cannot be described: INSUFFICIENT_ACCESS\n']);
    } finally {
      await org.close();
    }
  });

  it.each([
    [['one.json', 'two.json', 'Boot__c'], 1, "There is no object 'Boot__c'. Did you mean Boat__c?\n"],
    [['one.json'], 2, "error: missing required argument 'after'\n"],
  ])('refuses %p', async (args, expected, message) => {
    const { code, output, errors } = await run(...args);
    expect([code, output, errors]).toEqual([expected, '', message]);
  });
});
