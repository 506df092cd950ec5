import { identitySession } from '../authentication.js';
import { identityTime, identityUrls, identityUserType, utcOffset } from '../identity-document.js';
import type { Answer } from '../org-exchange.interface.js';
import type { OpenCall, OpenResource } from '../resource.interface.js';

/** Who a session belongs to, at the URL that token answers call `id`. */
export const identityResource: OpenResource = {
  path: '/id/:organization/:user',
  methods: { GET: identity, POST: identity },
};

function identity({ org, origin, headers, parameters, query }: OpenCall): Answer {
  const token = query.get('oauth_token');
  const session = identitySession(org, headers['authorization'] ?? (token ? `OAuth ${token}` : undefined));
  if (!session) return badOAuthToken();
  const isOwn =
    sameId(parameters['organization'], org.organizationId) && sameId(parameters['user'], session.userId);
  if (!isOwn) return badOAuthToken();
  const user = org.users.get(session.userId);
  return {
    status: 200,
    body: {
      id: `${origin}/id/${org.organizationId}/${user.id}`,
      asserted_user: true,
      user_id: user.id,
      organization_id: org.organizationId,
      username: user.username,
      nick_name: user.nickname ?? user.username,
      display_name: user.name,
      email: user.email,
      email_verified: true,
      first_name: user.firstName,
      last_name: user.lastName,
      timezone: user.timeZone,
      photos: { picture: `${origin}/profilephoto/005/F`, thumbnail: `${origin}/profilephoto/005/T` },
      urls: identityUrls(origin, org.organizationId, user),
      active: user.active,
      user_type: identityUserType(user),
      language: user.language,
      locale: user.locale,
      utcOffset: utcOffset(user, org.now()),
      last_modified_date: identityTime(user.lastModified),
    },
  };
}

/** Neither a 401 nor JSON: clients look for this very text. */
export function badOAuthToken(): Answer {
  return { status: 403, headers: { 'content-type': 'text/html;charset=UTF-8' }, body: 'Bad_OAuth_Token' };
}

/** Whether two ids are one, in whichever of their two forms. */
function sameId(id: string | undefined, known: string): boolean {
  return id?.slice(0, 15) === known.slice(0, 15);
}
