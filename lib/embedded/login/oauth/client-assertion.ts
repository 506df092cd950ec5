import type { OrgContext } from '../../org-context.interface.js';
import { OrgError } from '../../org-error.js';
import type { ClientCredentials } from '../connected-apps.js';
import { readAssertion, verifyAssertion } from './signed-assertion.js';

const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/**
 * The client of a form that brings an assertion instead of a secret; as it was for any other form.
 *
 * @throws OrgError when the assertion is not the app's, or no longer
 */
export function provenClient(
  org: OrgContext,
  origin: string,
  form: URLSearchParams,
  client: ClientCredentials,
): ClientCredentials {
  if (form.get('client_assertion_type') !== JWT_BEARER) return client;
  const invalid = new OrgError('invalid_client', 'invalid client credentials');
  try {
    const assertion = readAssertion(form.get('client_assertion'));
    const { iss, sub } = assertion.claims;
    const { clientId, publicKey } = org.apps.identify(typeof iss === 'string' ? iss : undefined);
    if (publicKey === undefined || sub !== clientId || (client.id ?? clientId) !== clientId) throw invalid;
    verifyAssertion(assertion, { publicKey, now: org.now(), origin });
    return { id: clientId, secret: undefined, isProven: true };
  } catch (error) {
    throw error instanceof OrgError ? invalid : error;
  }
}
