import { describeGlobal } from '../../catalog/describe-writer.js';
import type { DataResource } from '../resource.interface.js';

export const describeGlobalResource: DataResource = {
  path: '/sobjects',
  methods: { GET: ({ org, root }) => ({ status: 200, body: describeGlobal(org.catalog, root) }) },
};
