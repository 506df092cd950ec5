import type { DataResource, OpenResource } from './resource.interface.js';
import { compositeBatchResource } from './resources/composite-batch.resource.js';
import { compositeResource } from './resources/composite.resource.js';
import { describeGlobalResource } from './resources/describe-global.resource.js';
import { describeResource } from './resources/describe.resource.js';
import { externalIdResource } from './resources/external-id.resource.js';
import { identityResource } from './resources/identity.resource.js';
import { limitsResource } from './resources/limits.resource.js';
import { queryResources } from './resources/query.resource.js';
import { recentResource } from './resources/recent.resource.js';
import { recordCountResource } from './resources/record-count.resource.js';
import { relationshipResources } from './resources/relationship.resource.js';
import { revokeResource } from './resources/revoke.resource.js';
import { searchResources } from './resources/search.resource.js';
import { soapResources } from './resources/soap.resource.js';
import { sobjectChangesResources } from './resources/sobject-changes.resource.js';
import { sobjectCollectionRetrieveResource } from './resources/sobject-collection-retrieve.resource.js';
import { sobjectCollectionUpsertResource } from './resources/sobject-collection-upsert.resource.js';
import { sobjectCollectionsResource } from './resources/sobject-collections.resource.js';
import { sobjectResource } from './resources/sobject.resource.js';
import { sobjectRowsResource } from './resources/sobject-rows.resource.js';
import { tokenResource } from './resources/token.resource.js';
import { userinfoResource } from './resources/userinfo.resource.js';
import { versionRootResource } from './resources/version-root.resource.js';
import { versionsResource } from './resources/versions.resource.js';

/** What answers without a session, or checks the session in its own way. */
export const OPEN_RESOURCES: readonly OpenResource[] = [
  tokenResource,
  revokeResource,
  userinfoResource,
  identityResource,
  versionsResource,
  ...soapResources,
];

/** What a session opens, by its path below `/services/data/vXX.X`. */
export const DATA_RESOURCES: readonly DataResource[] = [
  versionRootResource,
  describeGlobalResource,
  describeResource,
  sobjectResource,
  sobjectRowsResource,
  externalIdResource,
  compositeResource,
  compositeBatchResource,
  sobjectCollectionsResource,
  sobjectCollectionRetrieveResource,
  sobjectCollectionUpsertResource,
  ...queryResources,
  ...searchResources,
  ...sobjectChangesResources,
  ...relationshipResources,
  recentResource,
  limitsResource,
  recordCountResource,
];
