import { fingerprint } from './fingerprint.js';
import type {
  SourceClass,
  SourceConst,
  SourceDecorator,
  SourceMember,
  SourceStatement,
} from './source-file.interface.js';

/** One thing that people or the org may change by itself. */
export interface Aspect {
  /** Its meaning as a text. */
  readonly code: string;
  /** How reports call it. */
  readonly name: string;
}

/** The aspects of a class, a member, a constant or a type, by label. */
export type Aspects = ReadonlyMap<string, Aspect>;

/** Fingerprints of aspects, by label: what the manifest keeps of them. */
export type AspectPrints = ReadonlyMap<string, string>;

export function memberAspects(member: SourceMember): Aspects {
  const aspects = new Map<string, Aspect>([['name', { code: member.name, name: 'name' }]]);
  addDocs(aspects, member);
  if (member.type) aspects.set('type', { code: member.type.code, name: 'type' });
  if (member.readonly) aspects.set('readonly', { code: '', name: 'readonly' });
  if (member.mark) aspects.set('mark', { code: member.mark, name: member.mark });
  if (member.modifiers.length)
    aspects.set('modifiers', { code: member.modifiers.join(' '), name: 'modifiers' });
  if (member.value) aspects.set('value', { code: member.value.code, name: 'value' });
  for (const decorator of member.decorators) addDecorator(aspects, decorator);
  return aspects;
}

export function statementAspects(statement: SourceStatement): Aspects {
  const aspects = new Map<string, Aspect>();
  if (statement.kind === 're-export') return aspects;
  aspects.set('name', { code: statement.name, name: 'name' });
  addDocs(aspects, statement);
  if (statement.kind === 'class') addClass(aspects, statement);
  else if (statement.kind === 'const') addConst(aspects, statement);
  else aspects.set('type', { code: statement.type.code, name: 'type' });
  return aspects;
}

export function printsOf(aspects: Aspects): AspectPrints {
  return new Map([...aspects].map(([label, { code }]) => [label, fingerprint(code)]));
}

export function samePrints(one: AspectPrints, other: AspectPrints): boolean {
  return one.size === other.size && [...one].every(([label, print]) => other.get(label) === print);
}

function addDocs(
  aspects: Map<string, Aspect>,
  { docs }: { readonly docs?: { readonly text: string } },
): void {
  if (docs) aspects.set('docs', { code: docs.text, name: 'doc comment' });
}

function addClass(aspects: Map<string, Aspect>, { extends: base, modifiers, decorators }: SourceClass): void {
  if (base) aspects.set('extends', { code: base.code, name: 'extends' });
  if (modifiers.length) aspects.set('modifiers', { code: modifiers.join(' '), name: 'modifiers' });
  for (const decorator of decorators) addDecorator(aspects, decorator);
}

function addConst(aspects: Map<string, Aspect>, { items, value }: SourceConst): void {
  aspects.set('value', { code: items ? value.node.type : value.code, name: 'value' });
  for (const item of items?.items ?? []) aspects.set(item.label, { code: item.code, name: item.name });
}

function addDecorator(aspects: Map<string, Aspect>, { name, label, args, opening }: SourceDecorator): void {
  aspects.set(label, { code: opening === undefined ? '' : '()', name: `@${name}` });
  for (const [index, { options, code }] of args.entries()) {
    aspects.set(argumentLabel(label, index), { code: options ? '{}' : code, name: `@${name}` });
    for (const option of options?.items ?? []) {
      aspects.set(optionLabel(label, index, option.label), { code: option.code, name: option.name });
    }
  }
}

export function argumentLabel(decorator: string, index: number): string {
  return `${decorator}.${index}`;
}

export function optionLabel(decorator: string, index: number, option: string): string {
  return `${decorator}.${index}{${option}}`;
}

/** What no version is at hand of goes by its label: `length` for `@Field.0{length}`. */
export function lostName(label: string): string {
  if (label === 'docs') return 'doc comment';
  if (label.startsWith('#')) return 'values';
  return /\{([\w$]+)\}$/.exec(label)?.[1] ?? label.replace(/(?<=.)[.{~#].*$/, '');
}
