import * as fc from 'fast-check';
import type { SelectItem } from '../../lib/soql/ast/select-item.js';
import { dataCategories, securityMode } from '../../lib/soql/ast/factories/with-clause.factory.js';
import {
  searchAnd,
  searchNot,
  searchOr,
  searchPhrase,
  searchSequence,
  searchWord,
} from '../../lib/soql/sosl/ast/factories/search-expression.factory.js';
import {
  divisionOption,
  highlightOption,
  metadataOption,
  networkOption,
  pricebookOption,
  snippetOption,
  spellCorrectionOption,
} from '../../lib/soql/sosl/ast/factories/search-option.factory.js';
import {
  listViewFilter,
  listViewIdFilter,
  lookupFilter,
  returningItem,
  soslSearch,
} from '../../lib/soql/sosl/ast/factories/sosl-search.factory.js';
import type { ReturningFilter, ReturningItem } from '../../lib/soql/sosl/ast/returning-item.js';
import type { SearchExpression } from '../../lib/soql/sosl/ast/search-expression.js';
import type { SearchOption } from '../../lib/soql/sosl/ast/search-option.js';
import type { SoslSearch } from '../../lib/soql/sosl/ast/sosl-search.js';
import { literalPattern } from '../../lib/soql/sosl/search-pattern.js';
import { soqlQueries } from './soql-arbitraries.js';

/** Two characters or more, so that the platform searches for them; no white space. */
function patterns(): fc.Arbitrary<string> {
  const piece = fc.oneof(
    { weight: 4, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }).map(literalPattern) },
    fc.constantFrom('*', '?', '\\*', '\\?', '\\\\', '{', '}', '"', "'", '-', '|', '(', ')'),
  );
  return fc
    .tuple(fc.constantFrom('ab', 'Ünal', '東京'), fc.array(piece, { maxLength: 3 }))
    .map(([start, pieces]) => (start + pieces.join('')).replaceAll(/\s/g, '_'));
}

function terms(): fc.Arbitrary<SearchExpression> {
  return fc.oneof(
    patterns().map(searchWord),
    fc.array(patterns(), { minLength: 1, maxLength: 3 }).map((words) => searchPhrase(words.join(' '))),
    fc.constantFrom('and', 'OR', 'Not').map(searchPhrase),
  );
}

/** Two characters at least are searched for, whatever else there is. */
export function searchExpressions(depth: number): fc.Arbitrary<SearchExpression> {
  if (depth === 0) return terms();
  const inner = searchExpressions(depth - 1);
  return fc.oneof(
    terms(),
    fc.tuple(inner, inner, inner).map((all) => searchSequence(...all)),
    fc.tuple(inner, inner).map((all) => searchOr(...all)),
    fc.tuple(inner, inner, inner).map(([one, two, three]) => searchAnd(one, searchNot(two), three)),
  );
}

function names(): fc.Arbitrary<string> {
  return fc.stringMatching(/^X[A-Za-z0-9_]{0,7}$/);
}

function texts(): fc.Arbitrary<string> {
  return fc.string({ unit: 'binary', maxLength: 12 });
}

function filters(): fc.Arbitrary<ReturningFilter> {
  return fc.oneof(
    names().map(listViewFilter),
    fc.constantFrom('00B5g00000A1b2CAAR', 'X1').map(listViewIdFilter),
    fc.array(names(), { minLength: 1, maxLength: 2 }).map((path) => lookupFilter(path)),
    fc
      .tuple(names(), texts())
      .map(([name, value]) => lookupFilter(['X', 'Y'], [{ name, value: { kind: 'string', value } }])),
  );
}

/** Fields, conditions and orders are those of queries. */
function returningItems(depth: number): fc.Arbitrary<ReturningItem> {
  const withClauses = fc
    .tuple(soqlQueries(depth), some(filters()))
    .map(([{ from, select, where, orderBy, limit, offset }, using]) => {
      const fields = select.filter(isField);
      return fields.length === 0
        ? returningItem(from.sobject)
        : returningItem(from.sobject, { fields, where, using, orderBy, limit, offset });
    });
  return fc.oneof(
    { weight: 4, arbitrary: withClauses },
    names().map((name) => returningItem(name)),
  );
}

function isField(item: SelectItem): item is Extract<SelectItem, { kind: 'expression' | 'fields' }> {
  return item.kind === 'expression' || item.kind === 'fields';
}

function options(): fc.Arbitrary<SearchOption> {
  const ids = fc.array(texts(), { minLength: 1, maxLength: 3 });
  return fc.oneof(
    texts().map(divisionOption),
    ids.map(networkOption),
    ids.map(pricebookOption),
    some(fc.nat()).map((length) => snippetOption(length)),
    fc.constant(highlightOption()),
    fc.boolean().map(spellCorrectionOption),
    fc.constant(metadataOption('LABELS')),
    fc.constantFrom('USER_MODE' as const, 'SYSTEM_MODE').map(securityMode),
    fc
      .tuple(names(), fc.array(names(), { minLength: 1, maxLength: 2 }))
      .map(([group, categories]) => dataCategories([{ group, selector: 'ABOVE_OR_BELOW', categories }])),
  );
}

/** Any search of the language. */
export function soslSearches(depth: number): fc.Arbitrary<SoslSearch> {
  return fc
    .record({
      find: searchExpressions(depth),
      mode: fc.constantFrom(undefined, 'PHRASE' as const, 'ADVANCED'),
      in: fc.constantFrom(undefined, 'ALL' as const, 'NAME', 'EMAIL', 'PHONE', 'SIDEBAR'),
      returning: some(fc.array(returningItems(depth), { minLength: 1, maxLength: 3 })),
      with: some(fc.array(options(), { minLength: 1, maxLength: 3 })),
      limit: some(fc.nat()),
      update: some(
        fc.array(fc.constantFrom('TRACKING' as const, 'VIEWSTAT'), { minLength: 1, maxLength: 2 }),
      ),
    })
    .map(soslSearch);
}

function some<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined });
}
