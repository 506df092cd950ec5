import { groupBy } from '../../../common/group-by.js';
import type { WireRecord } from '../../../protocol/query-response.interface.js';
import { pagesOf } from './query-result.js';
import { resultColumns } from './result-columns.js';
import type { ResultSet } from './result-set.interface.js';

/** What a search has found as one list, whose first column tells the object. */
export function searchResult(records: readonly WireRecord[]): ResultSet {
  const type = { title: 'type', value: ({ attributes }: WireRecord) => attributes.type };
  return { columns: [type, ...resultColumns(records)], pages: pagesOf(records) };
}

/** What a search has found, the records of each object for themselves. */
export function searchResultsByObject(records: readonly WireRecord[]): readonly ResultSet[] {
  const groups = groupBy(records, ({ attributes }) => attributes.type);
  return [...groups].map(([title, found]) => ({
    title,
    columns: resultColumns(found),
    pages: pagesOf(found),
  }));
}
