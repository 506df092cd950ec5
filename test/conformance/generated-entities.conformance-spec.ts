import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { check } from 'prettier';
import { generate, SINGLE_FILE } from '../../lib/codegen/entity-generator.js';
import { printFile } from '../../lib/codegen/file-printer.js';
import type { InspectOptions } from '../../lib/codegen/inspect-options.interface.js';
import { Catalog } from '../../lib/embedded/catalog/catalog.js';
import type { EntityClass } from '../../lib/metadata/entity-metadata.interface.js';
import { EntityMetadataStorage } from '../../lib/metadata/entity-metadata.storage.js';
import type { SObjectDefinition } from '../../lib/schema/sobject-definition.interface.js';
import { sobjectFromEntity } from '../../lib/schema/sobject-from-entity.js';
import { sayable } from '../support/codegen/sayable-definition.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PRETTIER = { singleQuote: true, trailingComma: 'all', printWidth: 110, parser: 'typescript' } as const;

const run = promisify(execFile);

/** What a program printed, whether it was content or not. */
async function output(program: string, args: readonly string[]): Promise<string> {
  const file = join(ROOT, 'node_modules', program);
  const { stdout } = await run(process.execPath, [file, ...args], { maxBuffer: 1 << 26 }).catch(
    (failure: { readonly stdout: string }) => failure,
  );
  return stdout;
}

function textsOf(
  definitions: readonly SObjectDefinition[],
  options: InspectOptions,
): ReadonlyMap<string, string> {
  return new Map(generate(definitions, options).map((file) => [file.path, printFile(file)]));
}

const byName = (one: SObjectDefinition, other: SObjectDefinition) => (one.name < other.name ? -1 : 1);

describe('entities generated of every standard object', () => {
  const definitions = Catalog.standard()
    .all()
    .map(({ definition }) => definition);
  const texts = textsOf(definitions, {});
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'generated-entities-'));
    await mkdir(join(folder, 'src'));
    await mkdir(join(folder, 'one'));
    await Promise.all([...texts].map(([path, text]) => writeFile(join(folder, 'src', path), text)));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('are of 1,209 objects', () => {
    expect(definitions).toHaveLength(1209);
    expect([...texts.keys()].filter((path) => path.endsWith('.entity.ts'))).toHaveLength(1210);
  });

  it('compile under --strict, some with validators and Swagger too', async () => {
    const config = {
      extends: join(ROOT, 'tsconfig.json'),
      compilerOptions: {
        rootDir: '/',
        noUnusedLocals: true,
        isolatedModules: true,
        skipLibCheck: true,
        types: ['node'],
        typeRoots: [join(ROOT, 'node_modules/@types')],
        paths: {
          'nestjs-salesforce': [join(ROOT, 'dist/index.d.ts')],
          'class-validator': [join(ROOT, 'node_modules/class-validator/types/index.d.ts')],
          '@nestjs/swagger': [join(folder, 'swagger.d.ts')],
        },
      },
      include: [join(folder, 'src'), join(folder, 'one')],
    };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
    await writeFile(join(folder, 'swagger.d.ts'), SWAGGER);
    const some = definitions.filter((_, place) => place % 10 === 0);
    const decorated = textsOf(some, { validators: true, swagger: true, layout: 'file' });
    await writeFile(join(folder, 'one', SINGLE_FILE), decorated.get(SINGLE_FILE) ?? '');
    const complaints = await output('typescript/bin/tsc', ['--noEmit', '-p', folder]);
    expect(complaints.split('\n').filter((line) => line.includes('generated-entities-'))).toEqual([]);
  }, 240_000);

  it('give the linter nothing to say', async () => {
    const config = JSON.parse(await readFile(join(ROOT, '.oxlintrc.json'), 'utf8')) as Record<string, object>;
    // How many fields an object has is not for the code to decide.
    const rules = { ...config['rules'], 'max-lines': 'off', 'max-lines-per-function': 'off' };
    const { $schema: _, ...others } = config;
    await writeFile(join(folder, 'oxlint.json'), JSON.stringify({ ...others, rules }));
    const complaints = await output('oxlint/bin/oxlint', [
      '-c',
      join(folder, 'oxlint.json'),
      join(folder, 'src'),
    ]);
    expect(complaints).toContain('Found 0 warnings and 0 errors.');
  }, 60_000);

  it('are laid out as prettier would', async () => {
    // Every fifth, for it is the slowest of the questions.
    const some = [...texts].filter((_, place) => place % 5 === 0);
    const checked = some.map(async ([path, text]) => ((await check(text, PRETTIER)) ? [] : [path]));
    expect((await Promise.all(checked)).flat()).toEqual([]);
  }, 120_000);

  it('are the same bytes each time, in whatever order the objects come', () => {
    expect(textsOf(definitions.toReversed(), {})).toEqual(texts);
  });

  it('say all of the objects that entities can say', async () => {
    const path = join(folder, SINGLE_FILE);
    await writeFile(path, textsOf(definitions, { layout: 'file' }).get(SINGLE_FILE) ?? '');
    const loaded = (await import(pathToFileURL(path).href)) as Record<string, unknown>;
    const storage = new EntityMetadataStorage();
    const classes = Object.values(loaded).filter(
      (value) => typeof value === 'function' && value.name !== 'Audited',
    );
    const said = classes.map((entity) => sobjectFromEntity(storage.register(entity as EntityClass)));
    const selection = new Set(definitions.map(({ name }) => name));
    expect(said.sort(byName).map((one) => sayable(one, selection, 'entity'))).toEqual(
      definitions.toSorted(byName).map((one) => sayable(one, selection, 'describe')),
    );
  }, 120_000);
});

/** As much of `@nestjs/swagger` as generated code calls. */
const SWAGGER = `
export interface ApiPropertyOptions {
  type?: (new (...args: never[]) => unknown) | [new (...args: never[]) => unknown] | string;
  format?: string;
  enum?: unknown[] | Record<string, unknown>;
  isArray?: boolean;
  maxLength?: number;
  nullable?: boolean;
  readOnly?: boolean;
  description?: string;
}
export declare function ApiProperty(options?: ApiPropertyOptions): PropertyDecorator;
`;
