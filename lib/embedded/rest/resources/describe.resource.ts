import { describeSObject } from '../../catalog/describe-writer.js';
import type { DataResource } from '../resource.interface.js';
import { requireObject } from '../sobject-request.js';

export const describeResource: DataResource = {
  path: '/sobjects/:sobject/describe',
  methods: {
    GET: (call) => ({
      status: 200,
      body: describeSObject(requireObject(call), call.org.catalog, call.root),
    }),
  },
};
