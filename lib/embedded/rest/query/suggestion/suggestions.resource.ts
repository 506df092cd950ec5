import { escapePattern, literalPattern } from '../../../../soql/sosl/search-pattern.js';
import type { ObjectSchema } from '../../../catalog/object-schema.js';
import { OrgError } from '../../../org-error.js';
import type { Answer } from '../../org-exchange.interface.js';
import type { DataCall, DataResource } from '../../resource.interface.js';
import { findObject } from '../../sobjects/sobject-request.js';
import { searchEngineOf } from '../search-engine-of.js';

const [DEFAULT_LIMIT, MAX_LIMIT] = [5, 30];
const [MIN_LENGTH, MAX_LENGTH] = [2, 200];

/** Records whose name fits what a user has typed so far: `?q=Acm&sobject=Account,Contact`. */
export const suggestionResources: readonly DataResource[] = [
  { path: '/search/suggestions', since: 32, methods: { GET: suggest } },
  // Of articles, and of what others searched for: an org without a knowledge base has neither.
  { path: '/search/suggestTitleMatches', since: 30, methods: { GET: suggestNothing } },
  { path: '/search/suggestSearchQueries', since: 30, methods: { GET: suggestNothing } },
];

function suggest(call: DataCall): Answer {
  const text = searchedText(call);
  const objects = objectsOf(call);
  const limit = limitOf(call);
  const records = objects.flatMap((object) => matches(call, object, text, limit + 1));
  return answer(records.slice(0, limit), records.length > limit);
}

function suggestNothing(call: DataCall): Answer {
  searchedText(call);
  return answer([], false);
}

function answer(autoSuggestResults: readonly unknown[], hasMoreResults: boolean): Answer {
  return { status: 200, body: { autoSuggestResults, hasMoreResults } };
}

function matches(call: DataCall, object: ObjectSchema, text: string, limit: number) {
  const names = new Set([
    'Id',
    ...(object.nameField ? [object.nameField.name] : []),
    ...fieldsOf(call, object),
  ]);
  const sosl = `FIND {${escapePattern(literalPattern(text))}*} IN NAME FIELDS RETURNING ${object.name}(${[...names].join(', ')}) LIMIT ${limit}`;
  return searchEngineOf(call.org).run(sosl, call).searchRecords;
}

/** Further fields: `fields=Phone` of every object, `Account.fields=Site` of one. */
function fieldsOf({ query }: DataCall, object: ObjectSchema): readonly string[] {
  return [...query]
    .filter(([name]) => /^(?:\w+\.)?fields?$/i.test(name))
    .filter(([name]) => !name.includes('.') || name.toLowerCase().startsWith(`${object.name.toLowerCase()}.`))
    .flatMap(([, list]) => list.split(','))
    .flatMap((name) => object.field(name.trim())?.name ?? []);
}

function objectsOf(call: DataCall): readonly ObjectSchema[] {
  const names = call.query
    .getAll('sobject')
    .flatMap((list) => list.split(','))
    .filter((name) => name !== '');
  if (names.length === 0) throw missing('sobject');
  return names.map((name) => {
    const object = findObject(call, name.trim());
    if (object) return object;
    throw new OrgError('INVALID_TYPE', `sObject type '${name}' is not supported.`);
  });
}

function searchedText({ query }: DataCall): string {
  const text = (query.get('q') ?? '').trim();
  if (text === '') throw missing('q');
  if (text.length >= MIN_LENGTH && text.length <= MAX_LENGTH) return text;
  throw new OrgError('INVALID_SEARCH', `search term must be longer than one character: ${text}`);
}

function missing(name: string): OrgError {
  return new OrgError('MISSING_ARGUMENT', `Required parameter missing: ${name}`);
}

function limitOf({ query }: DataCall): number {
  const limit = Number(query.get('limit') ?? DEFAULT_LIMIT);
  return Number.isInteger(limit) && limit > 0 ? Math.min(limit, MAX_LIMIT) : DEFAULT_LIMIT;
}
