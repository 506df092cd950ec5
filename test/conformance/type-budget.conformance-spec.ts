import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');
const FIELDS = 500;

/** The types of fields, in turns; a field whose number ends with 3 is the fourth of them. */
const TYPES = [
  'string | null',
  'number | null',
  'boolean',
  'Date',
  'DateString | null',
  "'A' | 'B' | null",
  "('A' | 'B')[] | null",
  'string',
  'number',
  'Address | null',
];

function entity(name: string, fields: number): string {
  const declared = Array.from({ length: fields }, (_, i) => `  f${i}?: ${TYPES[i % TYPES.length]};`).join(
    '\n',
  );
  return `class ${name} {
  readonly id!: string;
${declared}
  owner?: Related<User>;
  parent?: Related<Wide> | null;
  contacts?: Related<Narrow[]>;
}`;
}

const DECLARATIONS = `
import type { Related } from '${ROOT}lib/metadata/related.js';
import type { Address } from '${ROOT}lib/protocol/compound-value.interface.js';
import type { DateString } from '${ROOT}lib/protocol/date-string.js';
import type { FindOptions } from '${ROOT}lib/query/find/find-options.interface.js';
import type { Select } from '${ROOT}lib/query/select/select.type.js';
import type { Selected } from '${ROOT}lib/query/select/selected.type.js';
import type { QueryBuilder } from '${ROOT}lib/query/builder/query-builder.js';
import { count, sum } from '${ROOT}lib/query/aggregate/aggregate-functions.js';

class User { readonly id!: string; name!: string; email!: string | null; isActive!: boolean }
${entity('Wide', FIELDS)}
${entity('Narrow', 30)}
declare const query: QueryBuilder<Wide>;
declare function find<const S extends Select<Wide> | undefined = undefined>(
  options?: FindOptions<Wide, S>,
): Selected<Wide, S>;
void [count, sum, query, find];
`;

/** A find that reads and compares through parents and children; \`n\` makes it another one. */
const find = (n: number) => `
export const found${n} = find({
  select: {
    f${n}0: true,
    f${n}1: true,
    owner: { name: true },
    parent: { f${n}3: true, owner: { email: true } },
    contacts: { select: { f1: true }, where: { f0: { startsWith: 'x' } }, orderBy: { f1: 'asc' }, take: 5 },
  },
  where: {
    f${n}0: 'x',
    f${n}1: { gt: ${n} },
    f${n}3: { year: 2026 },
    parent: { f${n}3: { lt: new Date() } },
    contacts: { some: { f0: null } },
    OR: [{ f${n}5: 'A' }, { NOT: { owner: { isActive: true } } }],
  },
  orderBy: [{ f${n}0: 'asc' }, { owner: { name: 'desc' } }],
  take: 5,
});
export const name${n}: string = found${n}.owner.name;
`;

const aggregate = (n: number) => `
export const rows${n} = query
  .where({ f${n}2: true })
  .groupBy('f${n}5', { owner: { name: true } })
  .aggregate({ n: count(), total: sum('f${n}1') })
  .having({ total: { gt: 1 } })
  .orderBy({ n: 'desc' })
  .all();
`;

/** What the compiler spends on the types of programs over an entity of 500 fields. */
describe('the type budget', () => {
  let folder: string;
  let unused: number;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'type-budget-'));
    unused = await instantiations('unused', '');
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true }));

  /** The number the compiler gives; a program that does not compile rejects. */
  async function instantiations(name: string, program: string): Promise<number> {
    await writeFile(join(folder, `${name}.ts`), DECLARATIONS + program);
    const compilerOptions = { typeRoots: [join(ROOT, 'node_modules/@types')] };
    const files = [`./${name}.ts`, join(ROOT, 'node_modules/reflect-metadata/index.d.ts')];
    const config = { extends: join(ROOT, 'tsconfig.json'), compilerOptions, files, include: [] };
    await writeFile(join(folder, `${name}.json`), JSON.stringify(config));
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [TSC, '-p', join(folder, `${name}.json`), '--extendedDiagnostics'],
      { cwd: ROOT },
    );
    return Number(/^Instantiations:\s+(\d+)$/m.exec(stdout)?.[1]);
  }

  it('holds for finds: the first one, and each further one', async () => {
    const one = await instantiations('one-find', find(1));
    const two = await instantiations('two-finds', find(1) + find(2));
    expect(one - unused).toBeGreaterThan(1_000);
    expect(one - unused).toBeLessThan(130_000);
    expect(two - one).toBeLessThan(15_000);
  }, 120_000);

  it('holds for aggregates: the first one, and each further one', async () => {
    const one = await instantiations('one-aggregate', aggregate(1));
    const two = await instantiations('two-aggregates', aggregate(1) + aggregate(2));
    expect(one - unused).toBeGreaterThan(1_000);
    expect(one - unused).toBeLessThan(70_000);
    expect(two - one).toBeLessThan(4_000);
  }, 120_000);
});
