import type { OAuth2, TokenResponse } from 'jsforce';
import { exceptionFromOAuthResponse } from '../../exceptions/salesforce-exception.converter.js';
import { bufferedResponse } from '../../transport/buffered-response.js';
import { JsforceTransport } from '../../transport/jsforce-transport.js';
import type { Dispatch } from '../../transport/transport.interface.js';
import type { Session } from './auth-strategy.interface.js';
import type { LoginContext } from './login-context.interface.js';

interface OAuthApp {
  readonly clientId?: string;
  readonly clientSecret?: string;
}

/** jsforce's OAuth client over our transport. Loads jsforce. */
export async function openOAuthClient(context: LoginContext, app: OAuthApp = {}): Promise<OAuth2> {
  const { default: jsforce } = await import('jsforce');
  const client = new jsforce.OAuth2({ loginUrl: context.loginUrl, ...app });
  new JsforceTransport(refusingErrors(context)).serve(client);
  return client;
}

/** The session that a token answer opens. */
export function sessionFromToken({ access_token, instance_url, id }: TokenResponse): Session {
  return { accessToken: access_token, instanceUrl: instance_url.replace(/\/+$/, ''), id };
}

/** Throws our exceptions before jsforce sees an error, of which it keeps two texts only. */
function refusingErrors({ dispatch, connection }: LoginContext): Dispatch {
  return async (request) => {
    const response = await dispatch(request);
    const { status, headers } = response;
    const body = await response.text();
    if (status >= 400 || !isTokenAnswer(body)) {
      throw exceptionFromOAuthResponse({ status, headers, body, connection });
    }
    return bufferedResponse(response, body);
  };
}

function isTokenAnswer(body: string): boolean {
  try {
    const answer = JSON.parse(body) as Partial<TokenResponse> | null;
    return typeof answer?.access_token === 'string' && typeof answer.instance_url === 'string';
  } catch {
    return false;
  }
}
