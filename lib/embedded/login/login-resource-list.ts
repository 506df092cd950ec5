import type { OpenResource } from '../rest/resource.interface.js';
import { authorizeResources } from './authorize.resource.js';
import { connectResource } from './connect.resource.js';
import { discoveryResources } from './discovery.resource.js';
import { identityResource } from './identity.resource.js';
import { introspectResource } from './introspect.resource.js';
import { revokeResource } from './revoke.resource.js';
import { tokenResource } from './token.resource.js';
import { userinfoResource } from './userinfo.resource.js';

/** What opens sessions, tells about them and ends them. */
export const LOGIN_RESOURCES: readonly OpenResource[] = [
  tokenResource,
  ...authorizeResources,
  connectResource,
  introspectResource,
  revokeResource,
  userinfoResource,
  ...discoveryResources,
  identityResource,
];
