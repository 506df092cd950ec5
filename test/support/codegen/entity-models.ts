import type { DecoratorModel } from '../../../lib/codegen/model/decorator.model.js';
import type { GeneratedFile } from '../../../lib/codegen/model/generated-file.model.js';
import type { ImportModel } from '../../../lib/codegen/model/import.model.js';
import type { MemberModel } from '../../../lib/codegen/model/member.model.js';
import type { ClassModel, StatementModel } from '../../../lib/codegen/model/statement.model.js';

const LIBRARY = 'nestjs-salesforce';

type Options = Readonly<Record<string, string>>;

interface FieldSketch {
  readonly name?: string;
  readonly type?: string;
  readonly docs?: readonly string[];
  readonly readonly?: boolean;
  readonly decorators?: readonly DecoratorModel[];
  readonly options?: Options;
}

/** `@Decorator(args, { options })` */
export function decorator(name: string, args: readonly string[] = [], options: Options = {}): DecoratorModel {
  const entries = Object.entries(options);
  return { name, args: [...args, ...(entries.length > 0 ? [{ options: entries }] : [])] };
}

/** `@Field(options) name!: type`, for the field of an API name that gives the property's name. */
export function field(apiName: string, sketch: FieldSketch = {}): MemberModel {
  const { options = {}, docs = [], readonly = false, decorators = [] } = sketch;
  return {
    key: `field ${apiName}`,
    name: sketch.name ?? apiName.charAt(0).toLowerCase() + apiName.slice(1).replace(/__c$/, ''),
    docs,
    decorators: [decorator('Field', [], options), ...decorators],
    readonly,
    optional: false,
    type: sketch.type ?? 'string | null',
  };
}

export const ID: MemberModel = {
  key: 'field Id',
  name: 'id',
  docs: [],
  decorators: [decorator('Id')],
  readonly: true,
  optional: false,
  type: 'string',
};

/** `@Lookup(() => Target, 'targetId') target?: Related<Target> | null` */
export function lookup(
  foreignKey: string,
  name: string,
  target: string,
  property = `${name}Id`,
): MemberModel {
  return {
    key: `parent ${foreignKey}`,
    name,
    docs: [],
    decorators: [decorator('Lookup', [`() => ${target}`, `'${property}'`])],
    readonly: false,
    optional: true,
    type: `Related<${target}> | null`,
  };
}

/** `@Children(() => Target, 'inverse') name?: Related<Target[]>` */
export function children(name: string, target: string, inverse: string, foreignKey: string): MemberModel {
  return {
    key: `children ${target}.${foreignKey}`,
    name,
    docs: [],
    decorators: [decorator('Children', [`() => ${target}`, `'${inverse}'`])],
    readonly: false,
    optional: true,
    type: `Related<${target}[]>`,
  };
}

/** The class of an object. */
export function entity(
  name: string,
  members: readonly MemberModel[],
  sketch: Partial<Pick<ClassModel, 'docs' | 'extends' | 'decorators' | 'key'>> = {},
): ClassModel {
  return {
    kind: 'class',
    key: sketch.key ?? `object ${name}`,
    name,
    docs: sketch.docs ?? [],
    ...(sketch.extends !== undefined && { extends: sketch.extends }),
    decorators: sketch.decorators ?? [decorator('SObject')],
    members,
  };
}

/** The constant of a picklist and its type. */
export function picklist(name: string, key: string, values: readonly string[]): StatementModel[] {
  const value = `[${values.map((one) => (one.startsWith('{') ? one : `'${one}'`)).join(', ')}] as const`;
  return [
    { kind: 'const', key, name, docs: [], value },
    { kind: 'type', key, name, docs: [], type: `PicklistValue<typeof ${name}>` },
  ];
}

/** A file with its imports: names of the library, those of types behind `type `, and names of other files. */
export function file(
  path: string,
  library: string,
  statements: readonly StatementModel[],
  others: Readonly<Record<string, string>> = {},
): GeneratedFile {
  const imports = Object.entries({ [LIBRARY]: library, ...others }).flatMap(([from, names]) =>
    names
      .split(', ')
      .filter(Boolean)
      .map((name) => imported(from, name)),
  );
  return { path, imports, statements };
}

/** `export * from` each. */
export function index(...files: readonly string[]): GeneratedFile {
  const statements = files.map((from) => ({ kind: 're-export' as const, from: `./${from}.js` }));
  return { path: 'index.ts', imports: [], statements };
}

function imported(from: string, text: string): ImportModel {
  const typeOnly = text.startsWith('type ');
  return { from, name: typeOnly ? text.slice('type '.length) : text, typeOnly };
}
