import { API_VERSIONS } from './api-versions.js';
import type { OpenResource } from '../resource.interface.js';

/** Which versions there are; asked before anyone signs in. */
export const versionsResource: OpenResource = {
  path: '/services/data',
  methods: {
    GET: () => ({ status: 200, body: API_VERSIONS, element: { root: 'Versions', item: 'Version' } }),
  },
};
