import { SearchEngine } from '../../engine/search/search-engine.js';
import type { OrgContext } from '../../org-context.interface.js';

const engines = new WeakMap<OrgContext, SearchEngine>();

/** What answers the searches of an org: made for the first one, as most orgs are never searched. */
export function searchEngineOf(org: OrgContext): SearchEngine {
  let engine = engines.get(org);
  if (!engine) engines.set(org, (engine = new SearchEngine(org)));
  return engine;
}
