import { SalesforceConfigurationException } from '../../../exceptions/salesforce-configuration.exception.js';
import { fingerprint } from '../source/fingerprint.js';
import type { Manifest, ManifestElement, ManifestFile, ManifestStatement } from './manifest.interface.js';
import { optionsOf, recordOptions, type OptionsRecord } from './options-record.js';

/** Name of the file that says what of a folder was generated, and marks the folder as generated. */
export const MANIFEST_FILE = '.nestjs-salesforce.json';

const VERSION = 1;
const KINDS: readonly string[] = [
  'class',
  'const',
  'type',
  're-export',
] satisfies ManifestStatement['kind'][];
/** Stands for the class itself among its members. */
const ITSELF = 'class';

interface ManifestJson {
  readonly manifest: number;
  readonly options: OptionsRecord;
  readonly files: Readonly<Record<string, FileJson>>;
}

interface FileJson {
  readonly text: string;
  readonly origin?: string;
  readonly gone?: boolean;
  readonly header?: string;
  readonly imports?: Readonly<Record<string, string>>;
  readonly statements?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

/** The manifest as JSON with a line for each member, so that version control merges it like code, and no formatter changes it. */
export function printManifest({ options, files }: Manifest): string {
  const sorted = [...files].sort(([one], [other]) => (one < other ? -1 : 1));
  const json: ManifestJson = {
    manifest: VERSION,
    options: recordOptions(options),
    files: Object.fromEntries(sorted.map(([path, file]) => [path, fileJson(file)])),
  };
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

/** @throws SalesforceConfigurationException when the text is no manifest this version can read */
export function parseManifest(text: string, path: string): Manifest {
  if (/^(?:<{7}|={7}|>{7})/m.test(text)) {
    throw unreadable(path, 'it holds merge conflicts. Keep the lines of either side; both will do.');
  }
  const json = parseJson(text, path);
  if (json.manifest === undefined || !(json.manifest >= 1)) {
    throw unreadable(path, 'it is no manifest of nestjs-salesforce. Restore it from version control.');
  }
  if (json.manifest > VERSION) {
    throw unreadable(
      path,
      `a later version of nestjs-salesforce wrote it (format ${json.manifest}). Update the package.`,
    );
  }
  try {
    if (!isRecord(json.files)) throw new TypeError('it has no files.');
    const files = Object.entries(json.files).map(
      ([name, file]) => [safePath(name), parseFile(file)] as const,
    );
    return { options: optionsOf(json.options ?? {}), files: new Map(files) };
  } catch (error) {
    throw unreadable(
      path,
      `it is damaged: ${(error as Error).message} Restore it from version control.`,
      error,
    );
  }
}

function fileJson({ text, origin, gone, header, imports, statements }: ManifestFile): FileJson {
  return {
    text,
    ...(origin !== undefined && { origin }),
    ...(gone === true && { gone }),
    ...(header !== undefined && { header }),
    ...(imports.size > 0 && {
      imports: Object.fromEntries([...imports].map(([from, names]) => [from, names.join(' ')])),
    }),
    statements: Object.fromEntries([...statements].map(([id, statement]) => [id, statementJson(statement)])),
  };
}

function statementJson(statement: ManifestStatement): string | Record<string, string> {
  if (statement.kind !== 'class') return elementText(statement);
  const members = [...statement.members].map(([key, member]) => [key, elementText(member)]);
  return Object.fromEntries([[ITSELF, elementText(statement)], ...members]) as Record<string, string>;
}

/** `annualRevenue docs=k2Jx1a type=aa01Fz`; the name is that of the element, its print is not kept. */
function elementText({ name, prints }: ManifestElement): string {
  const aspects = [...prints]
    .filter(([label]) => label !== 'name')
    .map(([label, print]) => `${label}=${print}`);
  return [name, ...aspects].join(' ');
}

function parseJson(
  text: string,
  path: string,
): Partial<ManifestJson> & Pick<ManifestJson, 'files' | 'options'> {
  try {
    const json = JSON.parse(text) as ManifestJson | null;
    if (typeof json === 'object' && json !== null) return json;
  } catch (error) {
    throw unreadable(
      path,
      `it is no JSON: ${(error as Error).message}. Restore it from version control.`,
      error,
    );
  }
  throw unreadable(path, 'it is no manifest of nestjs-salesforce. Restore it from version control.');
}

function parseFile({ text, origin, gone, header, imports = {}, statements = {} }: FileJson): ManifestFile {
  if (typeof text !== 'string') throw new TypeError('a file has no fingerprint.');
  return {
    text,
    ...(origin !== undefined && { origin }),
    ...(gone === true && { gone }),
    ...(header !== undefined && { header }),
    imports: new Map(Object.entries(imports).map(([from, names]) => [from, textOf(names).split(' ')])),
    statements: new Map(
      Object.entries(statements).map(([id, statement]) => [id, parseStatement(id, statement)]),
    ),
  };
}

function parseStatement(id: string, json: string | Readonly<Record<string, string>>): ManifestStatement {
  const space = id.indexOf(' ');
  const kind = id.slice(0, space);
  if (!KINDS.includes(kind)) throw new TypeError(`'${id}' is nothing that is generated.`);
  const { [ITSELF]: itself = '', ...members } = typeof json === 'string' ? { [ITSELF]: json } : json;
  return {
    kind: kind as ManifestStatement['kind'],
    key: id.slice(space + 1),
    ...parseElement(itself),
    members: new Map(Object.entries(members).map(([key, text]) => [key, parseElement(text)])),
  };
}

function parseElement(text: string): ManifestElement {
  const [name = '', ...aspects] = textOf(text).split(' ');
  return { name, prints: new Map([['name', fingerprint(name)], ...aspects.map(splitAspect)]) };
}

function splitAspect(text: string): [label: string, print: string] {
  const equals = text.lastIndexOf('=');
  if (equals < 1) throw new TypeError(`'${text}' is no aspect.`);
  return [text.slice(0, equals), text.slice(equals + 1)];
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new TypeError(`${JSON.stringify(value)} is no text.`);
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function safePath(path: string): string {
  if (!path.startsWith('/') && !path.split(/[/\\]/).includes('..')) return path;
  throw new TypeError(`'${path}' is outside the folder.`);
}

function unreadable(path: string, why: string, cause?: unknown): SalesforceConfigurationException {
  return new SalesforceConfigurationException(`${path} cannot be read: ${why}`, { cause });
}
