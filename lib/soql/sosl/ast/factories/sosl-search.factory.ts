import type { ListViewFilter, ListViewIdFilter, LookupFilter, ReturningItem } from '../returning-item.js';
import type { SoslSearch } from '../sosl-search.js';

/** A whole search; the clauses that are not given are not there. */
export function soslSearch(clauses: Omit<SoslSearch, 'kind'>): SoslSearch {
  return {
    kind: 'search',
    find: clauses.find,
    mode: clauses.mode,
    in: clauses.in,
    returning: clauses.returning,
    with: clauses.with,
    limit: clauses.limit,
    update: clauses.update,
  };
}

/** An object to search; the clauses that are not given are not there. */
export function returningItem(sobject: string, clauses: Omit<ReturningItem, 'sobject'> = {}): ReturningItem {
  return {
    sobject,
    fields: clauses.fields,
    where: clauses.where,
    using: clauses.using,
    orderBy: clauses.orderBy,
    limit: clauses.limit,
    offset: clauses.offset,
  };
}

/** `USING ListView=name` */
export function listViewFilter(name: string): ListViewFilter {
  return { kind: 'list-view', name };
}

/** `USING ListView(id=id)` */
export function listViewIdFilter(id: string): ListViewIdFilter {
  return { kind: 'list-view-id', id };
}

/** `USING LOOKUP path BIND bindings` */
export function lookupFilter(path: readonly string[], bindings: LookupFilter['bindings'] = []): LookupFilter {
  return { kind: 'lookup', path, bindings };
}
