import type { Answer } from '../rest/org-exchange.interface.js';
import type { OpenCall, OpenResource } from '../rest/resource.interface.js';
import type { DeviceRequest } from './oauth/device-code.storage.js';
import { oauthForm } from './oauth/oauth-form.js';
import type { OrgUserProfile } from './org-user-directory.js';
import { BrowserSession } from './pages/browser-session.js';
import { consentPage } from './pages/consent-page.js';
import { devicePage } from './pages/device-page.js';
import { loginPage, STALE_FORM, WRONG_LOGIN } from './pages/login-page.js';
import { signInByForm } from './pages/form-login.js';
import { messagePage } from './pages/message-page.js';

const PATH = '/setup/connect';

interface Visit {
  readonly call: OpenCall;
  readonly browser: BrowserSession;
  readonly form: URLSearchParams;
}

/** Where a user lets a device in that has no browser of its own: code, login, consent. */
export const connectResource: OpenResource = {
  path: PATH,
  methods: {
    GET: (call) => askForCode({ call, browser: new BrowserSession(call), form: oauthForm(call) }),
    POST: connect,
  },
};

function connect(call: OpenCall): Answer {
  const visit: Visit = { call, browser: new BrowserSession(call), form: oauthForm(call) };
  const { browser, form } = visit;
  if (!browser.isOwnForm(form.get('form_token'))) return askForCode(visit, STALE_FORM, 403);
  const request = call.org.oauth.devices.pending(form.get('user_code') ?? '');
  if (!request) return askForCode(visit, 'We don’t know this code, or its time is over.', 400);
  if (form.get('decision') === 'login') return logIn(visit, request);
  if (!browser.user) return askToLogIn(visit, request);
  const decision = form.get('decision');
  if (decision === 'allow' || decision === 'deny') return decide(visit, request, browser.user);
  return askForConsent(visit, request, browser.user);
}

function askForCode({ browser, form }: Visit, message?: string, status?: number): Answer {
  return devicePage({ browser, action: PATH, userCode: form.get('user_code') ?? '', message, status });
}

function askToLogIn(
  { call, browser, form }: Visit,
  request: DeviceRequest,
  refusal?: { readonly message: string; readonly status: number },
): Answer {
  const appName = nameOf(call, request);
  const username = form.get('username') ?? '';
  const hidden = { user_code: request.userCode };
  return loginPage({ browser, action: PATH, appName, username, hidden, ...refusal });
}

function logIn(visit: Visit, request: DeviceRequest): Answer {
  const { call, browser, form } = visit;
  const user = signInByForm(call, form);
  if (!user) return askToLogIn(visit, request, { message: WRONG_LOGIN, status: 401 });
  return askForConsent(visit, request, user, browser.signedIn(call.org.sessions.open(user.id).token));
}

function askForConsent(
  { call, browser }: Visit,
  request: DeviceRequest,
  user: OrgUserProfile,
  cookie?: string,
): Answer {
  const { scopes, userCode } = request;
  return consentPage({
    browser,
    action: PATH,
    appName: nameOf(call, request),
    user,
    scopes,
    userCode,
    cookie,
  });
}

function decide({ call, form }: Visit, { userCode }: DeviceRequest, user: OrgUserProfile): Answer {
  const isAllowed = form.get('decision') === 'allow';
  call.org.oauth.devices.decide(userCode, isAllowed ? user.id : undefined);
  return isAllowed
    ? messagePage('Your device is connected', 'It goes on by itself. You can close this window.')
    : messagePage('Access denied', 'Your device was not connected. You can close this window.');
}

function nameOf({ org }: OpenCall, { clientId }: DeviceRequest): string {
  return org.apps.identify(clientId).name ?? clientId;
}
