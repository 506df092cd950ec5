import type { OrgContext } from '../org-context.interface.js';
import { OrgError } from '../org-error.js';
import { API_VERSIONS } from '../rest/org/api-versions.js';
import type { Answer } from '../rest/org-exchange.interface.js';
import type { OpenCall, OpenResource } from '../rest/resource.interface.js';
import { bearerToken, validSession } from './authentication.js';
import { identityTime, identityUrls, identityUserType, utcOffset } from './identity-document.js';
import { oauthFormat } from './oauth/oauth-format.js';
import { oauthForm } from './oauth/oauth-form.js';
import type { OrgSession } from './org-session.storage.js';
import type { OrgUserProfile } from './org-user-directory.js';
import { xmlDocument } from '../xml/xml-text.js';
import { xmlElement, type XmlValue } from './soap/xml-value.js';

/** Who a session belongs to, at the URL that token answers call `id`. */
export const identityResource: OpenResource = {
  path: '/id/:organization/:user',
  methods: { GET: identity, POST: identity },
};

function identity(call: OpenCall): Answer {
  const { org, headers, parameters } = call;
  const form = oauthForm(call);
  const token = bearerToken(headers['authorization']) ?? form.get('oauth_token') ?? form.get('access_token');
  if (!token) return identityRefusal(403, 'Missing_OAuth_Token');
  const session = validSession(org, token);
  if (!session) return identityRefusal(403, 'Bad_OAuth_Token');
  if (!sameId(parameters['organization'], org.organizationId)) return identityRefusal(403, 'Wrong_Org');
  const user = findUser(org, session, parameters['user'] ?? '');
  if (!user) return identityRefusal(404, 'Bad_Id');
  const version = versionOf(form.get('version'));
  return identityAnswer(call, form, identityDocument(call, session, { user, version }));
}

function identityDocument(
  { org, origin }: OpenCall,
  session: OrgSession,
  { user, version }: { readonly user: OrgUserProfile; readonly version?: string },
): Readonly<Record<string, XmlValue>> {
  const { organizationId } = org;
  return {
    id: `${origin}/id/${organizationId}/${user.id}`,
    asserted_user: user.id === session.userId,
    user_id: user.id,
    organization_id: organizationId,
    username: user.username,
    nick_name: user.nickname ?? user.username,
    display_name: user.name,
    email: user.email,
    email_verified: true,
    first_name: user.firstName,
    last_name: user.lastName,
    timezone: user.timeZone,
    photos: { picture: `${origin}/profilephoto/005/F`, thumbnail: `${origin}/profilephoto/005/T` },
    addr_street: user.street,
    addr_city: user.city,
    addr_state: user.state,
    addr_country: user.country,
    addr_zip: user.postalCode,
    mobile_phone: user.mobilePhone,
    mobile_phone_verified: false,
    is_lightning_login_user: false,
    status: { created_date: null, body: null },
    urls: identityUrls({ origin, organizationId, version }, user),
    active: user.active,
    user_type: identityUserType(user),
    language: user.language,
    locale: user.locale,
    utcOffset: utcOffset(user, org.now()),
    last_modified_date: identityTime(user.lastModified),
    is_app_installed: session.clientId !== undefined,
  };
}

function identityAnswer(
  { headers }: OpenCall,
  form: URLSearchParams,
  document: Readonly<Record<string, XmlValue>>,
): Answer {
  if (oauthFormat(form.get('format'), headers['accept']) !== 'xml') {
    return {
      status: 200,
      headers: { 'content-type': 'application/json;charset=UTF-8' },
      body: JSON.stringify(document),
    };
  }
  return {
    status: 200,
    headers: { 'content-type': 'application/xml;charset=UTF-8' },
    body: xmlDocument(xmlElement('user', document)),
  };
}

/** Neither a 401 nor JSON: clients look for these very texts. */
export function identityRefusal(status: number, text: string): Answer {
  return { status, headers: { 'content-type': 'text/html;charset=UTF-8' }, body: text };
}

/** The user of the session, or with it any other of the org. */
function findUser(org: OrgContext, { userId }: OrgSession, id: string): OrgUserProfile | undefined {
  if (sameId(id, userId)) return org.users.get(userId);
  try {
    return org.users.get(id);
  } catch (error) {
    if (error instanceof OrgError) return undefined;
    throw error;
  }
}

function versionOf(asked: string | null): string | undefined {
  if (asked === 'latest') return API_VERSIONS.at(-1)?.version;
  return asked !== null && /^\d{1,3}\.0$/.test(asked) ? asked : undefined;
}

/** Whether two ids are one, in whichever of their two forms. */
function sameId(id: string | undefined, known: string): boolean {
  return id?.slice(0, 15) === known.slice(0, 15);
}
