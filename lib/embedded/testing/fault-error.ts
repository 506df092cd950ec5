import { OrgError } from '../org-error.js';
import type { ErrorFault, Fault } from './fault.interface.js';

type NamedError = 'limit-exceeded' | 'locked-row' | 'unavailable';

const NAMED: Readonly<Record<NamedError, Required<ErrorFault>>> = {
  'limit-exceeded': {
    status: 403,
    errorCode: 'REQUEST_LIMIT_EXCEEDED',
    message: 'TotalRequests Limit exceeded.',
  },
  'locked-row': {
    status: 400,
    errorCode: 'UNABLE_TO_LOCK_ROW',
    message: 'unable to obtain exclusive access to this record',
  },
  unavailable: { status: 503, errorCode: 'SERVER_UNAVAILABLE', message: 'server too busy' },
};

/** The refusal that a fault stands for. */
export function faultError(fault: ErrorFault | NamedError): OrgError {
  const { status, errorCode, message = errorCode } = typeof fault === 'string' ? NAMED[fault] : fault;
  return new OrgError(errorCode, message, { status });
}

/** A fault in a word or two, as the log shows it. */
export function faultText(fault: Fault): string {
  if (typeof fault === 'string') return fault;
  if ('delay' in fault) return `delay ${fault.delay} ms`;
  if ('truncate' in fault) return `truncate ${fault.truncate}`;
  return `${fault.status} ${fault.errorCode}`;
}
