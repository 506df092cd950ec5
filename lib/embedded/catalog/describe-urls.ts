import type { SObjectSummary } from '../../schema/sobject-definition.interface.js';

/** Pages of layouts, which only objects with a user interface have. */
const LAYOUT_URLS: Readonly<Record<string, string>> = {
  compactLayouts: '/describe/compactLayouts',
  rowTemplate: '/{ID}',
  approvalLayouts: '/describe/approvalLayouts',
  listviews: '/listviews',
  describe: '/describe',
  quickActions: '/quickActions',
  layouts: '/describe/layouts',
  sobject: '',
};
const PLAIN_URLS: Readonly<Record<string, string>> = {
  rowTemplate: '/{ID}',
  describe: '/describe',
  sobject: '',
};
const EVENT_URLS: Readonly<Record<string, string>> = {
  rowTemplate: '/{ID}',
  eventSchema: '/eventSchema',
  describe: '/describe',
  sobject: '',
};

/** `urls` of an entry of the list of objects, by name and below the path of the API version. */
export function summaryUrls(object: SObjectSummary): Record<string, string> {
  const urls = isLayoutable(object) ? LAYOUT_URLS : isEvent(object) ? EVENT_URLS : PLAIN_URLS;
  const entries = Object.entries(urls).map(([name, path]) => [name, `/sobjects/${object.name}${path}`]);
  return Object.fromEntries(entries) as Record<string, string>;
}

/** `urls` of a describe: with the pages that users see, which lie outside the API. */
export function describeUrls(object: SObjectSummary): Record<string, string> {
  if (!isLayoutable(object)) return summaryUrls(object);
  return {
    ...summaryUrls(object),
    uiDetailTemplate: '/{ID}',
    uiEditTemplate: '/{ID}/e',
    uiNewRecord: `/${object.keyPrefix}/e`,
  };
}

/** Puts the path of an API version before those URLs that are below it. */
export function withRoot(urls: Readonly<Record<string, string>>, root: string): Record<string, string> {
  const entries = Object.entries(urls).map(([name, path]) => [
    name,
    path.startsWith('/sobjects/') ? `${root}${path}` : path,
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}

function isLayoutable({ traits }: SObjectSummary): boolean {
  return traits?.includes('layoutable') === true;
}

function isEvent({ name, associateEntityType }: SObjectSummary): boolean {
  return associateEntityType === 'ChangeEvent' || name.endsWith('__e');
}
