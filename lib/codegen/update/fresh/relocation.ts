import type { GeneratedFile } from '../../model/generated-file.model.js';
import type { ImportModel } from '../../model/import.model.js';
import type { ReExportModel, StatementModel } from '../../model/statement.model.js';
import type { FolderIndex } from '../folder/folder-index.js';
import { modelId, nameOf } from './fresh-file.js';
import type { Manifest } from '../manifest/manifest.interface.js';
import { modulePath, moduleSpecifier, withoutEnding } from '../source/module-path.js';
import type { SourceFolder } from '../folder/source-folder.js';
import type { Whereabouts } from './whereabouts.interface.js';

interface RelocationContext {
  readonly models: readonly GeneratedFile[];
  readonly index: FolderIndex;
  readonly folder: SourceFolder;
  readonly base: Manifest;
  readonly ending: string;
  /** Files that stay though nothing is generated for them any more. */
  readonly keptPaths: ReadonlySet<string>;
}

/** Where generated files go: to where people moved what was in them. */
export class Relocation implements Whereabouts {
  readonly #context: RelocationContext;
  readonly #byModule: ReadonlyMap<string, GeneratedFile>;
  readonly #homes = new Map<GeneratedFile, string>();
  /** By the module it would be in if only files were moved, and its name. */
  readonly #places = new Map<string, string>();
  #homeModules: ReadonlySet<string> | undefined;

  constructor(context: RelocationContext) {
    this.#context = context;
    this.#byModule = new Map(context.models.map((model) => [withoutEnding(model.path), model]));
    for (const model of context.models) {
      const home = this.#homeOf(model);
      this.#homes.set(model, home);
      for (const statement of declarations(model)) {
        const path = context.index.location(modelId(model.path, statement))?.path ?? home;
        this.#places.set(`${withoutEnding(home)}#${nameOf(statement)}`, withoutEnding(path));
      }
    }
  }

  /** The models as files that stand where people have them. */
  files(): { readonly model: GeneratedFile; readonly record: string; readonly origin: string }[] {
    const taken = new Set(this.#context.models.map(({ path }) => path));
    return this.#context.models.map((model) => {
      const home = this.#homes.get(model) ?? model.path;
      const isFirst = home === model.path || !taken.has(home);
      taken.add(home);
      return {
        model: this.#localised(model, home),
        record: isFirst ? home : model.path,
        origin: model.path,
      };
    });
  }

  moduleOf(module: string, name: string): string {
    return this.#places.get(`${module}#${name}`) ?? module;
  }

  exists(module: string): boolean {
    const { folder } = this.#context;
    const homes = (this.#homeModules ??= new Set([...this.#homes.values()].map(withoutEnding)));
    return homes.has(module) || folder.has(`${module}.ts`) || folder.has(`${module}/index.ts`);
  }

  movedTo(module: string, names: readonly string[]): string | undefined {
    const { base, index } = this.#context;
    const there = [...(base.files.get(`${module}.ts`)?.statements ?? [])];
    const anywhere = [...base.files.values()].flatMap(({ statements }) => Array.from(statements));
    const found =
      (names.length === 0 ? there[0] : there.find(([, { name }]) => names.includes(name))) ??
      anywhere.find(([, { kind, name }]) => kind !== 're-export' && names.includes(name));
    const path = found && index.location(found[0])?.path;
    return path === undefined ? undefined : withoutEnding(path);
  }

  /** Where most of a file's statements are, if not where they are generated. */
  #homeOf(model: GeneratedFile): string {
    const paths = declarations(model).flatMap(
      (statement) => this.#context.index.location(modelId(model.path, statement))?.path ?? [],
    );
    if (paths.length === 0 || paths.includes(model.path)) return model.path;
    const count = (path: string): number => paths.filter((one) => one === path).length;
    return paths.toSorted((one, other) => count(other) - count(one))[0]!;
  }

  #localised(model: GeneratedFile, home: string): GeneratedFile {
    return {
      ...model,
      path: home,
      imports: model.imports.flatMap((one) => this.#import(model, home, one)),
      statements: this.#statements(model, home),
    };
  }

  #import(model: GeneratedFile, home: string, one: ImportModel): ImportModel[] {
    if (!one.from.startsWith('.')) return [one];
    const module = this.#placeOf(modulePath(model.path, one.from), one.name);
    if (module === withoutEnding(home)) return [];
    return [{ ...one, from: moduleSpecifier(home, module, this.#context.ending) }];
  }

  #statements(model: GeneratedFile, home: string): readonly StatementModel[] {
    const others = model.statements.filter(({ kind }) => kind !== 're-export');
    const modules = model.statements.flatMap((statement) =>
      statement.kind === 're-export' ? this.#placesOf(modulePath(model.path, statement.from)) : [],
    );
    if (modules.length === 0) return others;
    const kept = [...this.#context.keptPaths].map(withoutEnding);
    const isMoved = kept.length > 0 || modules.some((module) => !this.#byModule.has(module));
    const all = [...new Set([...modules, ...kept])].filter((module) => module !== withoutEnding(home));
    const sorted = isMoved ? all.sort() : all;
    return [
      ...others,
      ...sorted.map((module): ReExportModel => ({
        kind: 're-export',
        from: moduleSpecifier(home, module, this.#context.ending),
      })),
    ];
  }

  #placeOf(module: string, name: string): string {
    const model = this.#byModule.get(module);
    const home = model && this.#homes.get(model);
    return home === undefined ? module : this.moduleOf(withoutEnding(home), name);
  }

  #placesOf(module: string): string[] {
    const model = this.#byModule.get(module);
    if (!model) return [module];
    return declarations(model).map((statement) => this.#placeOf(module, nameOf(statement)));
  }
}

function declarations({ statements }: GeneratedFile): StatementModel[] {
  return statements.filter(({ kind }) => kind !== 're-export');
}
