import type { DataCall, DataResource } from '../resource.interface.js';

const RESOURCES = [
  'composite',
  'limits',
  'parameterizedSearch',
  'query',
  'queryAll',
  'recent',
  'search',
  'sobjects',
] as const;

/** What a version has: the resources by name. */
export const versionRootResource: DataResource = {
  path: '/',
  methods: {
    GET: ({ root, origin, org, user }: DataCall) => ({
      status: 200,
      body: {
        identity: `${origin}/id/${org.organizationId}/${user.id}`,
        ...Object.fromEntries(RESOURCES.map((name) => [name, `${root}/${name}`])),
      },
    }),
  },
};
