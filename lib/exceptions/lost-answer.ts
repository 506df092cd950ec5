import { InvalidResponseException } from './invalid-response.exception.js';
import { SalesforceNetworkException } from './salesforce-network.exception.js';
import { SalesforceTimeoutException } from './salesforce-timeout.exception.js';
import { SalesforceUnavailableException } from './salesforce-unavailable.exception.js';

/** Whether an answer was lost on its way, so that asking again may bring it: nothing, or not the org, has answered. */
export function isLostAnswer(error: unknown): boolean {
  if (error instanceof SalesforceNetworkException || error instanceof SalesforceUnavailableException)
    return true;
  // With a code of Salesforce's it is the org that ran out of time, and would again.
  if (error instanceof SalesforceTimeoutException) return error.errorCode === undefined;
  // An answer that ends early has a failure of the transport as its cause; one of another form has none.
  return error instanceof InvalidResponseException && error.cause !== undefined;
}
