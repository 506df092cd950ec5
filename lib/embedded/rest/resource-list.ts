import { describeGlobalResource } from './sobjects/describe-global.resource.js';
import { describeResource } from './sobjects/describe.resource.js';
import { defaultValuesResource } from './sobjects/default-values.resource.js';
import { externalIdResource } from './sobjects/external-id.resource.js';
import { relationshipResources } from './sobjects/relationship.resource.js';
import { sobjectResource } from './sobjects/sobject.resource.js';
import { sobjectRowsResource } from './sobjects/sobject-rows.resource.js';
import { userPasswordResource } from './sobjects/user-password.resource.js';
import { queryResources } from './query/query.resource.js';
import { versionRootResource } from './org/version-root.resource.js';
import { versionsResource } from './org/versions.resource.js';
import type { DataResource, OpenResource } from './resource.interface.js';
import type { DeferredTargets } from './route-table.js';

/** What answers without a session, or checks the session in its own way. */
export const OPEN_RESOURCES: readonly OpenResource[] = [versionsResource];

/** Such resources that most orgs in a process are never asked for. */
export const DEFERRED_OPEN_RESOURCES: readonly DeferredTargets<OpenResource>[] = [
  {
    below: ['/services/oauth2/*', '/setup/*', '/id/*', '/.well-known/*'],
    load: async () => (await import('../login/login-resource-list.js')).LOGIN_RESOURCES,
  },
  {
    below: ['/services/Soap/*'],
    load: async () => (await import('../login/soap.resource.js')).soapResources,
  },
  {
    below: ['/services/async/*'],
    load: async () => (await import('../bulk/classic/classic-job.resource.js')).classicResources,
  },
  {
    below: ['/services/apexrest/*'],
    load: async () => [(await import('./apex/apex-rest.resource.js')).apexRestResource],
  },
  {
    below: ['/cometd/*'],
    load: async () => [(await import('./org/streaming.resource.js')).streamingResource],
  },
];

/** What a session opens, by its path below `/services/data/vXX.X`. */
export const DATA_RESOURCES: readonly DataResource[] = [
  versionRootResource,
  describeGlobalResource,
  describeResource,
  sobjectResource,
  sobjectRowsResource,
  externalIdResource,
  ...relationshipResources,
  defaultValuesResource,
  userPasswordResource,
  ...queryResources,
];

/** Such resources that not every program calls: an org starts without them. */
export const DEFERRED_DATA_RESOURCES: readonly DeferredTargets<DataResource>[] = [
  {
    below: ['/composite/sobjects/*'],
    load: async () => [
      (await import('./composite/sobject-collections.resource.js')).sobjectCollectionsResource,
      (await import('./composite/sobject-collection-retrieve.resource.js')).sobjectCollectionRetrieveResource,
      (await import('./composite/sobject-collection-upsert.resource.js')).sobjectCollectionUpsertResource,
    ],
  },
  {
    below: ['/composite/tree/*'],
    load: async () => [(await import('./composite/tree/sobject-tree.resource.js')).sobjectTreeResource],
  },
  {
    below: ['/composite/*'],
    callOthers: true,
    load: async () => [
      (await import('./composite/composite.resource.js')).compositeResource,
      (await import('./composite/composite-batch.resource.js')).compositeBatchResource,
      (await import('./composite/graph/composite-graph.resource.js')).compositeGraphResource,
    ],
  },
  {
    below: ['/jobs/*'],
    load: async () => [
      ...(await import('../bulk/ingest/ingest-job.resource.js')).ingestJobResources,
      ...(await import('../bulk/query/query-job.resource.js')).queryJobResources,
    ],
  },
  {
    below: ['/search/*', '/parameterizedSearch/*'],
    load: async () => [
      ...(await import('./query/search.resource.js')).searchResources,
      ...(await import('./query/suggestion/suggestions.resource.js')).suggestionResources,
      ...(await import('./query/suggestion/search-layout.resource.js')).searchLayoutResources,
    ],
  },
  {
    below: ['/sobjects/:sobject/updated/*', '/sobjects/:sobject/deleted/*'],
    load: async () => (await import('./sobjects/sobject-changes.resource.js')).sobjectChangesResources,
  },
  {
    below: ['/sobjects/:sobject/describe/*', '/compactLayouts/*'],
    load: async () => (await import('./sobjects/layout/layouts.resource.js')).layoutResources,
  },
  {
    below: ['/sobjects/:sobject/listviews/*'],
    load: async () => (await import('./sobjects/list-view/list-views.resource.js')).listViewResources,
  },
  {
    below: ['/sobjects/:sobject/quickActions/*', '/quickActions/*'],
    load: async () => (await import('./actions/quick/quick-actions.resource.js')).quickActionResources,
  },
  {
    below: ['/actions/*'],
    load: async () =>
      (await import('./actions/invocable/invocable-actions.resource.js')).invocableActionResources,
  },
  {
    below: ['/process/*'],
    load: async () => (await import('./actions/process.resource.js')).processResources,
  },
  {
    below: ['/tabs/*', '/theme/*', '/appMenu/*'],
    load: async () => (await import('./ui/tabs.resource.js')).tabResources,
  },
  {
    below: ['/ui-api/*'],
    load: async () => (await import('./ui/ui-api.resource.js')).uiApiResources,
  },
  {
    below: ['/tooling/*'],
    load: async () => [
      ...(await import('./tooling/tooling.resource.js')).toolingResources,
      ...(await import('./tooling/apex-tooling.resource.js')).apexToolingResources,
    ],
  },
  {
    below: ['/recent/*', '/limits/*'],
    load: async () => [
      (await import('./org/recent.resource.js')).recentResource,
      (await import('./org/limits.resource.js')).limitsResource,
      (await import('./org/record-count.resource.js')).recordCountResource,
    ],
  },
];
