import { byCodeUnits } from '../code/code-unit-order.js';
import type { DecoratorModel } from '../model/decorator.model.js';
import type { ImportModel } from '../model/import.model.js';
import type { StatementModel } from '../model/statement.model.js';

const PACKAGES: Readonly<Record<string, string>> = {
  'nestjs-salesforce': `Address Binary Children DateString Field Geolocation Id Lookup MasterDetail OpenPicklistValue PicklistValue
    picklistValues Polymorphic Related SObject TimeString`,
  'class-validator': `IsArray IsBoolean IsDate IsEmail IsIn IsInt IsNumber IsOptional IsString IsUrl Matches Max MaxLength Min`,
  '@nestjs/swagger': 'ApiProperty',
};

const PACKAGE_NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries(PACKAGES).flatMap(([from, names]) =>
    names.split(/\s+/).map((name) => [name, from] as const),
  ),
);

/** Every name that generated code takes from a package: nothing of the folder is called like one. */
export const IMPORTED_NAMES: ReadonlySet<string> = new Set(PACKAGE_NAMES.keys());

/** Finds out what a file has to import, from the names that its code says. */
export class ImportResolver {
  readonly #files: ReadonlyMap<string, string>;

  /** @param files The file of every name that the folder exports, as an import names it. */
  constructor(files: ReadonlyMap<string, string>) {
    this.#files = files;
  }

  /** Packages first, then files, both by name. */
  resolve(statements: readonly StatementModel[]): readonly ImportModel[] {
    const own = new Set(statements.flatMap((statement) => ('name' in statement ? [statement.name] : [])));
    const values = namesIn(statements.flatMap(valueCode));
    const all = new Set([...values, ...namesIn(statements.flatMap(typeCode))]);
    return [...all]
      .filter((name) => !own.has(name))
      .flatMap((name) => {
        const from = PACKAGE_NAMES.get(name) ?? this.#files.get(name);
        return from === undefined ? [] : [{ from, name, typeOnly: !values.has(name) }];
      })
      .toSorted(byPlace);
  }
}

function valueCode(statement: StatementModel): readonly string[] {
  if (statement.kind === 'const') return [statement.value];
  if (statement.kind !== 'class') return [];
  const decorators = [...statement.decorators, ...statement.members.flatMap((member) => member.decorators)];
  return [...(statement.extends === undefined ? [] : [statement.extends]), ...decorators.flatMap(codeOf)];
}

function typeCode(statement: StatementModel): readonly string[] {
  if (statement.kind === 'type') return [statement.type];
  return statement.kind === 'class' ? statement.members.map(({ type }) => type) : [];
}

function codeOf({ name, args }: DecoratorModel): readonly string[] {
  return [
    name,
    ...args.flatMap((arg) => (typeof arg === 'string' ? [arg] : arg.options.map(([, code]) => code))),
  ];
}

/** Texts and regular expressions say no names. */
function namesIn(code: readonly string[]): ReadonlySet<string> {
  const bare = code.map((one) =>
    one.replaceAll(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|\/\^(?:[^/\\]|\\.)*\//g, ' '),
  );
  return new Set(bare.flatMap((one) => one.match(/[A-Za-z_$][\w$]*/g) ?? []));
}

function byPlace(one: ImportModel, other: ImportModel): number {
  return (
    Number(isFile(one)) - Number(isFile(other)) ||
    byCodeUnits(one.from, other.from) ||
    byCodeUnits(one.name.toLowerCase(), other.name.toLowerCase()) ||
    byCodeUnits(one.name, other.name)
  );
}

function isFile({ from }: ImportModel): boolean {
  return from.startsWith('.');
}
