import type { Interceptor } from '../transport.interface.js';

/** Many interceptors as one: the first of them sees a request first and its answer last. */
export function compose(interceptors: readonly Interceptor[]): Interceptor {
  return (dispatch) => interceptors.reduceRight((next, intercept) => intercept(next), dispatch);
}
