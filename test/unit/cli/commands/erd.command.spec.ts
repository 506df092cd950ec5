import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EmbeddedOrg } from '../../../../lib/embedded/embedded-org.js';
import { sobjectFromDescribe } from '../../../../lib/schema/sobject-from-describe.js';
import { describedBoat } from '../../../fixtures/described-object.js';
import { CliRun } from '../../../support/cli-run.js';

/** As a compiler leaves entities. */
const ENTITIES = `
import { Field, Id, Lookup, MasterDetail, SObject } from 'nestjs-salesforce';
export class Harbour {}
Id()(Harbour.prototype, 'id');
Field({ type: 'string' })(Harbour.prototype, 'name');
SObject({ custom: true })(Harbour);
export class Berth {}
Id()(Berth.prototype, 'id');
Field({ type: 'reference', custom: true, nillable: false })(Berth.prototype, 'harbourId');
MasterDetail(() => Harbour, 'harbourId')(Berth.prototype, 'harbour');
SObject({ custom: true })(Berth);
`;

const EMBEDDED_DIAGRAM = `---
title: "Notes"
---
erDiagram
    CaseComment {
        id Id PK "Case Comment ID"
        reference ParentId FK "required; to Case"
    }
    Solution {
        id Id PK "Solution ID"
        string SolutionNumber
    }
`;

describe('erd command', () => {
  let cwd: string;

  beforeEach(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'erd-command-'));
  });
  afterEach(() => rm(cwd, { recursive: true }));

  const run = (...args: string[]) => CliRun.of(['erd', ...args], { cwd });

  const namesOf = async (...args: string[]) => {
    const result = await run(...args, '-o', 'embedded', '--no-audit', '--json');
    return result
      .json<{ readonly objects: readonly { readonly name: string }[] }>()
      .objects.map(({ name }) => name);
  };

  it('writes Mermaid text of the objects that are named', async () => {
    const { code, output, errors } = await run(
      'CaseComment',
      'Solut*n',
      '-o',
      'embedded',
      '--no-audit',
      '--title',
      'Notes',
    );
    expect([code, errors]).toEqual([0, '']);
    expect(output).toBe(EMBEDDED_DIAGRAM);
  });

  it('writes an image where the file is called one, and says what it shows', async () => {
    const { code, output, errors } = await run(
      'Account',
      'Contact',
      '-o',
      'embedded',
      '--no-audit',
      '--out',
      'sales.svg',
    );
    expect([code, output, errors]).toEqual([0, '', 'sales.svg: 2 objects, 3 references.\n']);
    expect(await readFile(join(cwd, 'sales.svg'), 'utf8')).toMatch(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"[^]*<\/svg>\n$/,
    );
    expect(await readdir(cwd)).toEqual(['sales.svg']);
  });

  it.each([
    ['diagram.mmd', [], 'erDiagram'],
    ['diagram.md', [], 'erDiagram'],
    ['diagram.svg', ['--format', 'mermaid'], 'erDiagram'],
    ['diagram.md', ['-f', 'svg'], '<svg '],
  ])('writes %s by %j', async (out, options, expected) => {
    const { code } = await run('CaseComment', '-o', 'embedded', '--out', out, ...options);
    expect(code).toBe(0);
    expect(await readFile(join(cwd, out), 'utf8')).toContain(expected);
  });

  it('tells programs what the diagram shows', async () => {
    const result = await run('CaseComment', '-o', 'embedded', '--no-audit', '--json');
    expect(result.code).toBe(0);
    expect(result.json()).toEqual({
      title: 'Salesforce objects',
      objects: [
        {
          name: 'CaseComment',
          label: 'Case Comment',
          kind: 'standard',
          omitted: 2,
          fields: [
            {
              name: 'Id',
              label: 'Case Comment ID',
              type: 'id',
              detail: 'id',
              keys: ['primary'],
              required: false,
              referenceTo: [],
            },
            {
              name: 'ParentId',
              label: 'Parent ID',
              type: 'reference',
              detail: 'reference',
              keys: ['foreign'],
              required: true,
              referenceTo: ['Case'],
            },
          ],
        },
      ],
      references: [],
    });
  });

  it('adds what is around the objects, but for what is excluded', async () => {
    expect(await namesOf('CaseComment', '--depth', '1')).toEqual(['CaseComment', 'Case']);
    expect(await namesOf('CaseComment', '--depth', '2', '--exclude', 'Acc*', 'Con*', 'Bus*')).toEqual([
      'CaseComment',
      'Case',
      'Asset',
      'RecordType',
    ]);
    expect(await namesOf('Solution', '--depth', '1', '--children')).toContain('CaseSolution');
  });

  it('takes the objects of describe files', async () => {
    await writeFile(join(cwd, 'org.json'), JSON.stringify([describedBoat()]));
    const { code, output } = await run('-o', 'org.json', '--fields', 'all');
    expect(code).toBe(0);
    expect(output).toContain('    Boat__c {\n');
    expect(output).toContain('        boolean Afloat__c "Label"\n');
    expect(output).toContain('    Boat__c |o..o{ Boat__c : "Twin__c"\n');
  });

  it('takes the objects of entities', async () => {
    await mkdir(join(cwd, 'src'));
    await writeFile(join(cwd, 'src', 'harbour.entity.mjs'), ENTITIES);
    const named = await run('--entities', 'src/*.entity.mjs', '--namespace', 'acme');
    expect([named.code, named.errors]).toEqual([0, '']);
    expect(named.output).toContain('    acme__Harbour__c ||--o{ acme__Berth__c : "acme__Harbour__c"\n');
    await writeFile(
      join(cwd, 'nestjs-salesforce.config.json'),
      JSON.stringify({ entities: ['src/*.entity.mjs'] }),
    );
    const configured = await run('Berth__c', '--entities');
    expect(configured.output).toContain(
      '    Berth__c {\n        id Id PK\n        reference Harbour__c FK "required; to Harbour__c"',
    );
  });

  it.each([
    [['Acount', '-o', 'embedded'], 1, "There is no object 'Acount'. Did you mean Account?\n"],
    [['Nope*', '-o', 'embedded'], 1, "No object matches 'Nope*'.\n"],
    [
      ['-o', 'embedded'],
      1,
      /^A diagram of \d{4} objects cannot be read; the most are 200: name objects, or patterns of their names\.\n$/,
    ],
    [['--entities'], 1, /^No entities are named\. [^\n]*\n$/],
    [['A', '-o', 'embedded', '--entities', 'x'], 2, /cannot be used with option '-o, --org <org>'\n$/],
    [['A', '--format', 'png'], 2, /Allowed choices are mermaid, svg\.\n$/],
    [['A', '--depth', 'far'], 2, /It must be a number from 0 to 9\.\n$/],
  ])('refuses %j', async (args, code, message) => {
    const result = await run(...args);
    expect([result.code, result.output]).toEqual([code, '']);
    expect(result.errors).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
  });

  it('leaves out, with a word, what the org lists and does not describe', async () => {
    const org = await EmbeddedOrg.create({ definitions: [sobjectFromDescribe(describedBoat())] });
    try {
      const fault = { status: 403, errorCode: 'INSUFFICIENT_ACCESS' };
      org.faults.add({ on: 'GET /sobjects/Boat__c/describe', fault });
      const { url } = await org.listen();
      const session = { accessToken: org.accessToken, instanceUrl: url };
      await writeFile(join(cwd, 'session.json'), JSON.stringify(session));
      const { code, output, errors } = await run('Boat*', '-o', 'session:session.json', '--no-cache');
      expect(code).toBe(0);
      expect(output).not.toContain('Boat');
      expect(errors).toBe('Boat__c is left out, since the org does not describe it: INSUFFICIENT_ACCESS\n');
    } finally {
      await org.close();
    }
  });

  it('leaves nothing behind when the file cannot be written', async () => {
    const { code, errors } = await run('CaseComment', '-o', 'embedded', '--out', 'missing/diagram.mmd');
    expect(code).toBe(1);
    expect(errors).toMatch(
      /^.*missing\/diagram\.mmd cannot be written: no such file or directory \(ENOENT\)\.\n$/,
    );
    expect(await readdir(cwd)).toEqual([]);
  });
});
