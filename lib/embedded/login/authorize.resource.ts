import { OrgError } from '../org-error.js';
import type { Answer } from '../rest/org-exchange.interface.js';
import type { OpenCall, OpenResource } from '../rest/resource.interface.js';
import { openWithRefresh } from './oauth/authorization-code.grant.js';
import {
  answerUrl,
  authorizationRequest,
  type AuthorizationRequest,
  authorizationTarget,
  type AuthorizationTarget,
} from './oauth/authorization-request.js';
import { oauthForm } from './oauth/oauth-form.js';
import { withoutRefresh } from './oauth/scopes.js';
import { tokenAnswer } from './oauth/token-answer.js';
import type { OrgUserProfile } from './org-user-directory.js';
import { BrowserSession } from './pages/browser-session.js';
import { consentPage } from './pages/consent-page.js';
import { signInByForm } from './pages/form-login.js';
import { loginPage, STALE_FORM, WRONG_LOGIN } from './pages/login-page.js';
import { authorizationErrorPage, messagePage } from './pages/message-page.js';

const PATH = '/services/oauth2/authorize';
/** Where apps without a server of their own are answered. */
const SUCCESS_PATH = '/services/oauth2/success';

/** What the forms of the pages add to the parameters of the app. */
const FORM_FIELDS = ['form_token', 'decision', 'username', 'password'];

interface Visit {
  readonly call: OpenCall;
  readonly request: AuthorizationRequest;
  readonly browser: BrowserSession;
  /** The form of a page that was sent in, if one was. */
  readonly form: URLSearchParams | undefined;
  /** The visit again, as a path. */
  readonly again: (change?: { readonly prompt: string | undefined }) => string;
}

/** Where a browser comes from an app, and goes back with a code or a token when the user consents. */
export const authorizeResources: readonly OpenResource[] = [
  { path: PATH, methods: { GET: authorize, POST: authorize } },
  {
    path: SUCCESS_PATH,
    methods: {
      GET: () => messagePage('You’re connected', 'The app has what it needs. You can close this window.'),
    },
  },
];

async function authorize(call: OpenCall): Promise<Answer> {
  const parameters = oauthForm(call);
  const form = parameters.has('form_token') ? new URLSearchParams(parameters) : undefined;
  for (const field of FORM_FIELDS) parameters.delete(field);
  let target: AuthorizationTarget | undefined;
  try {
    target = authorizationTarget(call.org.apps, parameters);
    const request = authorizationRequest(target, parameters);
    const again: Visit['again'] = (change) => pathOf(parameters, change);
    return await visit({ call, request, browser: new BrowserSession(call), form, again });
  } catch (error) {
    if (!(error instanceof OrgError)) throw error;
    if (!target) return authorizationErrorPage(error.errorCode, error.message);
    return redirect(answerUrl(target, { error: error.errorCode, error_description: error.message }));
  }
}

async function visit(visitor: Visit): Promise<Answer> {
  const { request, browser, form } = visitor;
  const { user } = browser;
  if (request.isImmediate && !(user && isConsented(visitor, user))) {
    throw new OrgError('immediate_unsuccessful', 'immediate unsuccessful');
  }
  if (form && !browser.isOwnForm(form.get('form_token'))) return askToLogIn(visitor, STALE_FORM, 403);
  if (form?.get('decision') === 'login') return logIn(visitor, form);
  if (!user || request.prompts.has('login')) return askToLogIn(visitor);
  if (form?.get('decision') === 'deny') throw new OrgError('access_denied', 'end-user denied authorization');
  if (form?.get('decision') === 'allow') return grant(visitor, user);
  if (isConsented(visitor, user) && !request.prompts.has('consent')) return grant(visitor, user);
  return askForConsent(visitor, user);
}

function askToLogIn(
  { request, browser, form, again }: Visit,
  message?: string,
  status = message === undefined ? 200 : 401,
): Answer {
  const username = form?.get('username') ?? request.loginHint;
  return loginPage({ browser, action: again(), appName: nameOf(request), username, message, status });
}

/** A right password brings the visitor back, known by now, to be asked for consent. */
function logIn(visitor: Visit, form: URLSearchParams): Answer {
  const { call, request, browser, again } = visitor;
  const user = signInByForm(call, form);
  if (!user) return askToLogIn(visitor, WRONG_LOGIN);
  const session = call.org.sessions.open(user.id);
  const prompt = [...request.prompts].filter((one) => one !== 'login').join(' ') || undefined;
  return redirect(again({ prompt }), browser.signedIn(session.token));
}

function askForConsent({ request, browser, again }: Visit, user: OrgUserProfile): Answer {
  return consentPage({
    browser,
    action: again(),
    appName: nameOf(request),
    user,
    scopes: request.scopes,
    destination: destinationOf(request.redirectUri),
    switchUser: again({ prompt: 'login' }),
  });
}

async function grant({ call, request }: Visit, user: OrgUserProfile): Promise<Answer> {
  const { org, origin } = call;
  const { app, scopes, redirectUri, challenge, nonce } = request;
  const access = { userId: user.id, clientId: app.clientId, scopes, redirectUri, challenge, nonce };
  org.oauth.consents.give(user.id, app.clientId, scopes);
  if (!request.isFragment) return redirect(answerUrl(request, { code: org.oauth.codes.issue(access) }));
  const keepsRefresh = !/^https?:/i.test(redirectUri) || redirectUri === origin + SUCCESS_PATH;
  const granted = openWithRefresh(org, keepsRefresh ? access : { ...access, scopes: withoutRefresh(scopes) });
  const fields = await tokenAnswer({ org, origin, secret: app.clientSecret }, { ...granted, nonce });
  return redirect(answerUrl(request, fields));
}

function isConsented({ call, request: { app, scopes } }: Visit, user: OrgUserProfile): boolean {
  return app.preauthorized === true || call.org.oauth.consents.covers(user.id, app.clientId, scopes);
}

function nameOf({ app }: AuthorizationRequest): string {
  return app.name ?? app.clientId;
}

/** What a person recognises of a callback URL. */
function destinationOf(redirectUri: string): string {
  return /^https?:\/\/([^/?#]+)/i.exec(redirectUri)?.[1] ?? `${redirectUri.split(':', 1)[0]}:`;
}

function pathOf(parameters: URLSearchParams, change?: { readonly prompt: string | undefined }): string {
  const query = new URLSearchParams(parameters);
  if (change) query.delete('prompt');
  if (change?.prompt !== undefined) query.set('prompt', change.prompt);
  return `${PATH}?${query.toString()}`;
}

function redirect(location: string, cookie?: string): Answer {
  return {
    status: 302,
    headers: { location, 'cache-control': 'no-cache, no-store', ...(cookie && { 'set-cookie': cookie }) },
  };
}
