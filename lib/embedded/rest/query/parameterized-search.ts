import { escapePattern, literalPattern } from '../../../soql/sosl/search-pattern.js';
import { parseSosl } from '../../../soql/sosl/parser/sosl-parser.js';
import { OrgError } from '../../org-error.js';
import { isObject } from '../request-body.js';

/** One object of a search without SOSL. */
interface SearchedObject {
  readonly name?: unknown;
  readonly fields?: unknown;
  readonly where?: unknown;
  readonly orderBy?: unknown;
  readonly limit?: unknown;
}

/** A search without SOSL, as POST sends it. */
interface ParameterizedSearch {
  readonly q?: unknown;
  readonly in?: unknown;
  readonly fields?: unknown;
  readonly sobjects?: unknown;
  readonly defaultLimit?: unknown;
  readonly overallLimit?: unknown;
  readonly offset?: unknown;
  readonly metadata?: unknown;
}

/** The search that the parameters of a URL ask for: `q=Acme&sobject=Account&Account.fields=id,name&Account.limit=10`. */
export function readParameters(query: URLSearchParams): ParameterizedSearch {
  const values = new Map<string, string[]>();
  for (const [name, value] of query) {
    values.set(name.toLowerCase(), [...(values.get(name.toLowerCase()) ?? []), value]);
  }
  const one = (name: string): string | undefined => values.get(name.toLowerCase())?.at(-1);
  const names = (values.get('sobject') ?? []).flatMap((list) => list.split(','));
  return {
    q: one('q'),
    in: one('in'),
    fields: one('fields'),
    defaultLimit: one('defaultLimit'),
    overallLimit: one('overallLimit'),
    offset: one('offset'),
    metadata: one('metadata'),
    ...(names.length > 0 && {
      sobjects: names.map((name) => searchedObject(name, (part) => one(`${name}.${part}`))),
    }),
  };
}

function searchedObject(name: string, valueOf: (part: string) => string | undefined): SearchedObject {
  return {
    name,
    fields: valueOf('fields'),
    where: valueOf('where'),
    orderBy: valueOf('orderBy'),
    limit: valueOf('limit'),
  };
}

/**
 * A search without SOSL, as SOSL.
 *
 * @throws OrgError for a search without a text.
 */
export function writeSearch(search: ParameterizedSearch): string {
  if (typeof search.q !== 'string' || search.q.trim() === '') {
    throw noSearchTerm();
  }
  const objects = Array.isArray(search.sobjects) ? search.sobjects.map(requireObject) : [];
  return [
    `FIND {${searchTerm(search.q)}}`,
    ...clause('IN', search.in, ' FIELDS'),
    ...(objects.length > 0
      ? [`RETURNING ${objects.map((object) => returning(object, search)).join(', ')}`]
      : []),
    ...(search.metadata === undefined ? [] : ["WITH METADATA = 'LABELS'"]),
    ...clause('LIMIT', search.overallLimit),
  ].join(' ');
}

export function noSearchTerm(): OrgError {
  return new OrgError(
    'MALFORMED_SEARCH',
    'No search term found. The search term must be enclosed in braces.',
  );
}

function requireObject(value: unknown): SearchedObject {
  if (isObject(value)) return value;
  throw new OrgError(
    'JSON_PARSER_ERROR',
    `Unexpected parsing exception. Expected: START_OBJECT, but found ${Array.isArray(value) ? 'START_ARRAY' : 'VALUE'}`,
  );
}

function returning(object: SearchedObject, search: ParameterizedSearch): string {
  const inner = [
    listOf(object.fields ?? search.fields ?? 'Id'),
    ...clause('WHERE', object.where),
    ...clause('ORDER BY', orderOf(object.orderBy)),
    ...clause('LIMIT', object.limit ?? search.defaultLimit),
    ...clause('OFFSET', search.offset),
  ];
  return `${String(object.name)}(${inner.join(' ')})`;
}

/** `Name DESC NULLS_LAST`: the one word is two in the language. */
function orderOf(orderBy: unknown): unknown {
  return typeof orderBy === 'string' ? orderBy.replaceAll(/\bNULLS_(FIRST|LAST)\b/gi, 'NULLS $1') : orderBy;
}

function listOf(fields: unknown): string {
  return Array.isArray(fields) ? fields.join(', ') : String(fields);
}

function clause(keyword: string, value: unknown, end = ''): string[] {
  return value === undefined || value === null ? [] : [`${keyword} ${String(value)}${end}`];
}

/** The text may have operators and wildcards; where it makes no sense with them, it is taken for what it is. */
function searchTerm(text: string): string {
  try {
    parseSosl(`FIND {${text}}`);
    return text;
  } catch {
    return escapePattern(literalPattern(text));
  }
}
