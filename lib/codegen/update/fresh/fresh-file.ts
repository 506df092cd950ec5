import type { ClassModel, StatementModel } from '../../model/statement.model.js';
import type { GeneratedFile } from '../../model/generated-file.model.js';
import { memberAspects, printsOf, statementAspects } from '../source/aspects.js';
import { codeTokens, type CodeTokens } from '../source/code-tokens.js';
import { fingerprint, textFingerprint } from '../source/fingerprint.js';
import { statementId } from '../manifest/statement-id.js';
import type { ManifestElement, ManifestFile, ManifestStatement } from '../manifest/manifest.interface.js';
import { modulePath } from '../source/module-path.js';
import type {
  SourceClass,
  SourceFile,
  SourceMember,
  SourceStatement,
} from '../source/source-file.interface.js';
import { readSourceFile } from '../source/source-file.reader.js';

export interface FreshMember {
  readonly key: string;
  readonly source: SourceMember;
}

export interface FreshStatement<Source extends SourceStatement = SourceStatement> {
  readonly id: string;
  readonly key: string;
  readonly source: Source;
  /** In the generator's order. */
  readonly members: readonly FreshMember[];
}

export interface FreshFileNames {
  /** What the manifest calls the file. @default its path */
  readonly record?: string;
  /** Where the file is generated, wherever people have it. @default its path */
  readonly origin?: string;
}

/** A file as it is generated now. */
export class FreshFile {
  readonly model: GeneratedFile;
  /** What the manifest calls the file. */
  readonly record: string;
  readonly text: string;
  /** Fingerprint of the text. */
  readonly print: string;
  readonly #origin: string;
  #ids: readonly string[] | undefined;
  #source: SourceFile | undefined;
  #tokens: CodeTokens | undefined;
  #manifest: ManifestFile | undefined;
  #statements: readonly FreshStatement[] | undefined;

  constructor(model: GeneratedFile, text: string, { record, origin }: FreshFileNames = {}) {
    this.model = model;
    this.record = record ?? model.path;
    this.#origin = origin ?? this.record;
    this.text = text;
    this.print = textFingerprint(text);
  }

  get path(): string {
    return this.model.path;
  }

  /** Ids of the statements. */
  get ids(): readonly string[] {
    return (this.#ids ??= this.model.statements.map((statement) => modelId(this.path, statement)));
  }

  get source(): SourceFile {
    return (this.#source ??= readSourceFile(this.path, this.text));
  }

  get tokens(): CodeTokens {
    return (this.#tokens ??= codeTokens(this.source.nodes));
  }

  get statements(): readonly FreshStatement[] {
    return (this.#statements ??= this.model.statements.flatMap((model) => this.#statement(model)));
  }

  /** What the manifest says of the file. */
  manifest(): ManifestFile {
    return (this.#manifest ??= this.#makeManifest());
  }

  #makeManifest(): ManifestFile {
    const { header } = this.model.header === undefined ? {} : this.source;
    return {
      text: this.print,
      ...(this.#origin !== this.record && { origin: this.#origin }),
      ...(header && { header: fingerprint(header.text) }),
      imports: importsOf(this.model),
      statements: new Map(this.statements.map((statement) => [statement.id, manifestStatement(statement)])),
    };
  }

  #statement(model: StatementModel): FreshStatement[] {
    const source = this.source.statements.find(
      (one) => one.kind === model.kind && one.name === nameOf(model),
    );
    if (!source) return [];
    const key = model.kind === 're-export' ? modulePath(this.path, model.from) : model.key;
    const members = model.kind === 'class' ? membersOf(model, source as SourceClass) : [];
    return [{ id: statementId({ kind: model.kind, key }), key, source, members }];
  }
}

/** The id of a statement, without looking at any text. */
export function modelId(path: string, model: StatementModel): string {
  return statementId({
    kind: model.kind,
    key: model.kind === 're-export' ? modulePath(path, model.from) : model.key,
  });
}

export function nameOf(model: StatementModel): string {
  return model.kind === 're-export' ? model.from : model.name;
}

export function manifestMember(member: SourceMember): ManifestElement {
  return { name: member.name, prints: printsOf(memberAspects(member)) };
}

function membersOf({ members }: ClassModel, source: SourceClass): FreshMember[] {
  const keys = new Map(members.map(({ name, key }) => [name, key]));
  return source.members.flatMap((member) => {
    const key = keys.get(member.name);
    return key === undefined ? [] : [{ key, source: member }];
  });
}

function manifestStatement({ key, source, members }: FreshStatement): ManifestStatement {
  return {
    kind: source.kind,
    key,
    name: source.name,
    prints: printsOf(statementAspects(source)),
    members: new Map(members.map((member) => [member.key, manifestMember(member.source)])),
  };
}

function importsOf({ imports }: GeneratedFile): ReadonlyMap<string, readonly string[]> {
  const byModule = new Map<string, string[]>();
  for (const { from, name } of imports) {
    const names = byModule.get(from) ?? [];
    byModule.set(from, names);
    if (!names.includes(name)) names.push(name);
  }
  return byModule;
}
