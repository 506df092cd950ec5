import type { Interceptor } from '../../transport/transport.interface.js';
import { type WrittenObjects, writtenObjects } from './written-objects.js';

/**
 * Reports what each call has changed before its answer is given out. A call that failed is reported as well: it may have
 * changed something before.
 */
export function writeWatchInterceptor(
  report: (written: Exclude<WrittenObjects, 'none'>) => Promise<void>,
): Interceptor {
  return (next) => async (request) => {
    const written = writtenObjects(request);
    if (written === 'none') return next(request);
    try {
      return await next(request);
    } finally {
      await report(written);
    }
  };
}
