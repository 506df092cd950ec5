import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { generate } from '../../../../lib/codegen/entity-generator.js';
import type { KnownNames } from '../../../../lib/codegen/known-names.interface.js';
import { parseSource } from '../../../../lib/codegen/update/source/source-parser.js';
import type { FieldDefinition } from '../../../../lib/schema/sobject-definition.interface.js';
import { GeneratedFolder } from '../../../support/codegen/generated-folder.js';
import { ACCOUNT_FIELDS, INVOICE_FIELDS, invoiceObjects } from '../../../support/codegen/invoice-objects.js';
import { customField } from '../../../support/record-engine.js';

/** Something a person does to an entity: what has to be in the text afterwards, and how it gets there. */
interface Edit {
  readonly trace: string;
  apply(text: string): string;
}

const MEMBER = /^ {2}(?:@\w+\(.*\)) ?[a-z]\w*[!?]: .*;$/m;
const members = (text: string): RegExpMatchArray[] => [...text.matchAll(new RegExp(MEMBER, 'gm'))];

/** Puts something before one of the members. */
const before =
  (place: number, code: string) =>
  (text: string): string => {
    const found = members(text);
    const member = found[place % Math.max(1, found.length)];
    return member ? text.slice(0, member.index) + code + text.slice(member.index) : text;
  };

const behindClass =
  (code: string) =>
  (text: string): string =>
    `${text}\n${code}\n`;

const edit = fc.tuple(fc.nat(20), fc.nat(999), fc.nat(9)).map(([place, number, kind]): Edit => {
  const name = `own${number}`;
  switch (kind) {
    case 0:
      return { trace: `get ${name}()`, apply: before(place, `  get ${name}() {\n    return '}';\n  }\n\n`) };
    case 1:
      return { trace: `${name} = [1, 2];`, apply: before(place, `  ${name} = [1, 2];\n`) };
    case 2:
      return { trace: `// ${name}`, apply: before(place, `  // ${name}\n`) };
    case 3:
      return { trace: `/* ${name} */`, apply: before(place, `\n  /* ${name} */\n\n`) };
    case 4:
      return { trace: `@Own('${name}')`, apply: before(place, `  @Own('${name}')\n`) };
    case 5:
      return { trace: `/** ${name}. */`, apply: before(place, `  /** ${name}. */\n`) };
    case 6:
      return {
        trace: `help: '${name}'`,
        apply: (text) => text.replace(/@Field\(\{ (?!.*help)/, `@Field({ help: '${name}', `),
      };
    case 7:
      return { trace: `import { ${name} }`, apply: (text) => `import { ${name} } from './own.js';\n${text}` };
    case 8:
      return {
        trace: `${name}__`,
        apply: (text) => text.replace(/: (string|number) \| null;/, `: $1 | ${name}__ | null;`),
      };
    default:
      return {
        trace: `function ${name}(`,
        apply: behindClass(`function ${name}() {\n  return \`\${1}\`;\n}`),
      };
  }
});

const NAMES = ['Site', 'Phone', 'Fax', 'Region__c', 'Score__c', 'Owner_Key__c', 'Zone__c'];
const TYPES = ['string', 'double', 'date', 'boolean', 'phone', 'multipicklist', 'currency'] as const;

const fieldDefinition = fc
  .record({
    name: fc.constantFrom(...NAMES),
    type: fc.constantFrom(...TYPES),
    label: fc.constantFrom('A', 'Some label', 'What it is'),
    length: fc.constantFrom(10, 80, 255),
    values: fc.subarray(['Red', 'Green', 'Blue', "It's"]),
    help: fc.option(fc.constantFrom('Help.', 'More help */ here.'), { nil: undefined }),
  })
  .map(({ name, type, label, length, values, help }): FieldDefinition =>
    customField(name, type, {
      custom: name.endsWith('__c'),
      label,
      ...(type === 'string' && { length }),
      ...(type === 'boolean' && { nillable: false }),
      ...(type === 'multipicklist' && { picklistValues: values.map((value) => ({ value, label: value })) }),
      ...(help !== undefined && { inlineHelpText: help }),
    }),
  );

const schema = fc
  .tuple(
    fc.uniqueArray(fieldDefinition, { selector: ({ name }) => name }),
    fc.subarray(ACCOUNT_FIELDS.slice(1)),
    fc.boolean(),
  )
  .map(([more, some, hasInvoices]) => {
    const objects = invoiceObjects([ACCOUNT_FIELDS[0]!, ...some, ...more], INVOICE_FIELDS);
    return (names: KnownNames) => generate(hasInvoices ? objects : objects.slice(0, 1), {}, names);
  });

describe('updating, whatever people and the org do', () => {
  it('keeps every edit, leaves TypeScript behind, and has nothing to do the second time', async () => {
    await fc.assert(
      fc.asyncProperty(
        schema,
        fc.array(fc.record({ file: fc.constantFrom('account', 'invoice'), edit }), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.array(schema, { minLength: 1, maxLength: 3 }),
        async (first, edits, others) => {
          await using folder = new GeneratedFolder();
          await folder.update(first);
          const traces = await editAll(folder, edits);
          expect(await folder.changes(first)).toEqual([]);
          for (const models of others) {
            await folder.update(models);
            for (const { path, trace } of traces) expect(await folder.read(path)).toContain(trace);
            for (const path of await folder.files()) {
              if (path.endsWith('.ts')) parseSource(path, await folder.read(path));
            }
            expect(await folder.changes(models)).toEqual([]);
          }
        },
      ),
      { seed: 20_260, numRuns: 150 },
    );
  });
});

async function editAll(
  folder: GeneratedFolder,
  edits: readonly { readonly file: string; readonly edit: Edit }[],
): Promise<{ readonly path: string; readonly trace: string }[]> {
  const traces = new Map<string, { readonly path: string; readonly trace: string }>();
  for (const { file, edit } of edits) {
    const path = `${file}.entity.ts`;
    if (!(await folder.files()).includes(path) || traces.has(edit.trace)) continue;
    const text = edit.apply(await folder.read(path));
    if (!parses(path, text) || !text.includes(edit.trace)) continue;
    await folder.write(path, text);
    traces.set(edit.trace, { path, trace: edit.trace });
  }
  return [...traces.values()];
}

/** Two edits may be at odds with each other: such a person is told so by the compiler. */
function parses(path: string, text: string): boolean {
  try {
    parseSource(path, text);
    return true;
  } catch {
    return false;
  }
}
