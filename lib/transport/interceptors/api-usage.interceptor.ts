import type { Interceptor } from '../transport.interface.js';

const API_USAGE = /api-usage=(\d+)\/(\d+)/;

/** Reports what an answer says of the org's API requests. */
export function apiUsageInterceptor(
  report: (usage: { readonly used: number; readonly limit: number }) => void,
): Interceptor {
  return (next) => async (request) => {
    const response = await next(request);
    const usage = API_USAGE.exec(response.headers['sforce-limit-info'] ?? '');
    if (usage) report({ used: Number(usage[1]), limit: Number(usage[2]) });
    return response;
  };
}
