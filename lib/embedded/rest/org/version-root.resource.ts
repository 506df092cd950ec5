import type { DataCall, DataResource } from '../resource.interface.js';

/** The resources of a version, each with the version that brought it. */
const RESOURCES: Readonly<Record<string, number>> = {
  actions: 32,
  appMenu: 29,
  compactLayouts: 31,
  composite: 34,
  jobs: 41,
  limits: 24,
  parameterizedSearch: 36,
  process: 30,
  query: 20,
  queryAll: 29,
  quickActions: 28,
  recent: 20,
  search: 20,
  sobjects: 20,
  tabs: 31,
  theme: 29,
  tooling: 27,
  'ui-api': 41,
};

/** What a version has: the resources by name. */
export const versionRootResource: DataResource = {
  path: '/',
  methods: {
    GET: ({ root, origin, org, user, apiVersion }: DataCall) => ({
      status: 200,
      body: {
        ...Object.fromEntries(
          Object.entries(RESOURCES)
            .filter(([, since]) => since <= Number(apiVersion))
            .map(([name]) => [name, `${root}/${name}`]),
        ),
        identity: `${origin}/id/${org.organizationId}/${user.id}`,
      },
      element: { root: 'urls' },
    }),
  },
};
