import { SalesforceConfigurationException } from '../../../exceptions/salesforce-configuration.exception.js';
import { RouteTable } from '../route-table.js';
import type { ApexRestHandler } from './apex-rest.interface.js';

const KEY = /^\s*(GET|POST|PATCH|PUT|DELETE)\s+\/?(\S*)\s*$/i;

type HandledMethod = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** What answers at one path, by method. */
export interface ApexRestResource {
  readonly path: string;
  readonly methods: Partial<Record<HandledMethod, ApexRestHandler>>;
}

/** The Apex REST resources that handlers stand for: `GET /Account/:id`, `POST /import/*`. */
export class ApexRestHandlers {
  readonly #routes: RouteTable<ApexRestResource>;

  /** @throws SalesforceConfigurationException for a key that is no method and path */
  constructor(handlers: Readonly<Record<string, ApexRestHandler>> = {}) {
    const resources = new Map<string, ApexRestResource>();
    for (const [key, handler] of Object.entries(handlers)) {
      const [, method, path = ''] = KEY.exec(key) ?? [];
      if (method === undefined) {
        throw new SalesforceConfigurationException(
          `The Apex REST handler "${key}" of the embedded org has no method and path: write it like "GET /Account/:id".`,
        );
      }
      const resource = resources.get(path) ?? { path, methods: {} };
      resource.methods[method.toUpperCase() as HandledMethod] = handler;
      resources.set(path, resource);
    }
    this.#routes = new RouteTable([...resources.values()]);
  }

  find(path: string): ReturnType<RouteTable<ApexRestResource>['find']> {
    return this.#routes.find(path.split('/').filter((segment) => segment !== ''));
  }
}
