import type { SalesforceLogger } from '../../common/salesforce-logger.interface.js';
import type { Interceptor, TransportRequest } from '../transport.interface.js';

/** Reports every call by method, path, status and time. Query values, headers and bodies may hold records or secrets. */
export function loggingInterceptor(logger: SalesforceLogger): Interceptor {
  return (next) => async (request) => {
    const start = performance.now();
    const describe = (outcome: string | number): string =>
      `${request.method} ${pathOf(request)} ${outcome} ${Math.round(performance.now() - start)} ms`;
    try {
      const response = await next(request);
      const level = response.status >= 500 ? 'warn' : 'debug';
      logger[level](describe(response.status));
      return response;
    } catch (error) {
      if (request.signal?.aborted) logger.debug(describe('given up'));
      else logger.warn(describe(error instanceof Error ? error.name : 'failed'));
      throw error;
    }
  };
}

function pathOf({ url }: TransportRequest): string {
  return new URL(url).pathname;
}
