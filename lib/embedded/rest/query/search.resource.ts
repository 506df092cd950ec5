import type { Answer } from '../org-exchange.interface.js';
import type { DataCall, DataResource } from '../resource.interface.js';
import { noSearchTerm, readParameters, writeSearch } from './parameterized-search.js';
import { searchEngineOf } from './search-engine-of.js';

/** Up to this version the answer is the list of records itself. */
const LAST_BARE_VERSION = 36;

/** SOSL, and searches that are put together from parameters. */
export const searchResources: readonly DataResource[] = [
  { path: '/search', methods: { GET: (call) => search(call, call.query.get('q') ?? '') } },
  {
    path: '/parameterizedSearch',
    methods: {
      GET: (call) => search(call, writeSearch(readParameters(call.query))),
      POST: (call) => search(call, writeSearch(call.body.object())),
    },
  },
];

function search(call: DataCall, sosl: string): Answer {
  if (sosl.trim() === '') throw noSearchTerm();
  const result = searchEngineOf(call.org).run(sosl, call);
  return {
    status: 200,
    body: Number(call.apiVersion) <= LAST_BARE_VERSION ? result.searchRecords : result,
  };
}
