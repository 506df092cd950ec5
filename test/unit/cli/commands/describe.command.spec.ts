import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SObjectDefinition } from '../../../../lib/schema/sobject-definition.interface.js';
import { describedBoat } from '../../../fixtures/described-object.js';
import { CliRun } from '../../../support/cli-run.js';

describe('describe command', () => {
  let cwd: string;

  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'describe-command-'));
    await writeFile(join(cwd, 'org.json'), JSON.stringify([describedBoat()]));
  });
  afterEach(() => rm(cwd, { recursive: true }));

  const run = (...args: string[]) => CliRun.of(['describe', ...args, '-o', 'org.json'], { cwd });

  it('shows an object as tables', async () => {
    const { code, output, errors } = await run('boat__c');
    expect([code, errors]).toEqual([0, '']);
    expect(output).toBe(`\
Boat__c: Boat, Boats
custom object, ids begin with a0B; can be queried, created, updated, deleted

Fields: 13

Field         Label           Type
────────────  ──────────────  ──────────────────────  ───────────────────────────────────────────────
Id            Record ID       id                      read-only
Name          Boat Number     string(80)              read-only, auto-number
RecordTypeId  Record Type ID  reference → RecordType
Tonnage__c    Label           double(18, 2)           calculated, = Length__c * 2
Length__c     Label           int(8)
Afloat__c     Label           boolean                 default true
Secret__c     Label           encryptedstring(20)
Rig__c        Label           picklist                restricted
Sail__c       Label           picklist                depends on Rig__c
Twin__c       Label           reference → Boat__c
Owner__c      Label           reference → Account     required, master-detail
Place__c      Label           location                read-only
Code__c       Label           string(20)              external id, unique, case-sensitive, deprecated

Record types: 1

Record type  Label        Id
───────────  ───────────  ──────────────────  ──────────────────────
Racer        Racing Boat  012000000000001AAA  not available, default

Child records: 1

Child records  Object    By
─────────────  ────────  ───────  ───────────────
Berths__r      Berth__c  Boat__c  deleted with it
`);
  });

  it('shows the values of picklists, and the fields that are asked for', async () => {
    const { output } = await run('Boat__c', '--values', '--fields', 'R*g__c', 'sail__c', 'Rig__c');
    expect(output).toContain(`\
Fields: 2

Field    Label  Type
───────  ─────  ────────  ─────────────────
Rig__c   Label  picklist  restricted
Sail__c  Label  picklist  depends on Rig__c

Values

Picklist  Value  Label
────────  ─────  ─────  ─────────────────
Rig__c    Sloop         default
Rig__c    Cat           inactive
Sail__c   Jib           with Rig__c Sloop
`);
  });

  it('gives the definition as JSON', async () => {
    const { code, ...described } = await run('Boat__c', '--json', '--fields', 'Tonnage__c');
    const definition = JSON.parse(described.output) as SObjectDefinition;
    expect(code).toBe(0);
    expect(definition.name).toBe('Boat__c');
    expect(definition.fields).toHaveLength(1);
    expect(definition.fields[0]).toMatchObject({
      name: 'Tonnage__c',
      type: 'double',
      precision: 18,
      scale: 2,
      calculatedFormula: 'Length__c * 2',
    });
  });

  it('describes an object of a running org', async () => {
    const { code, output } = await CliRun.of(['describe', 'Account', '-o', 'embedded', '--fields', 'Name'], {
      cwd,
    });
    expect(code).toBe(0);
    expect(output).toContain('Account: Account, Accounts\nstandard object, ids begin with 001;');
    expect(output).toMatch(/^Name +Account Name +string\(255\) +required$/m);
  });

  it.each([
    [
      ['Boats__c'],
      1,
      "There is no object 'Boats__c' (did you mean Boat__c?) in org.json, or the user may not see it.\n",
    ],
    [['Boat__c', '--fields', 'X*'], 1, "No field of Boat__c matches 'X*'.\n"],
    [
      ['Boat__c', '--fields', 'Rgi__c'],
      1,
      "Boat__c has no field 'Rgi__c', or the user may not read it. Did you mean Rig__c?\n",
    ],
    [[], 2, "error: missing required argument 'object'\n"],
  ])('refuses %p', async (args, expected, message) => {
    const { code, output, errors } = await run(...args);
    expect([code, output, errors]).toEqual([expected, '', message]);
  });

  it('tells errors as JSON too', async () => {
    const { code, output } = await run('Boats__c', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(output)).toMatchObject({ error: { code: 'SF_CONFIGURATION' } });
  });
});
