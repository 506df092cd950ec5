import { identitySession } from '../authentication.js';
import { identityTime, identityUrls, identityUserType, utcOffset } from '../identity-document.js';
import type { Answer } from '../org-exchange.interface.js';
import type { OpenCall, OpenResource } from '../resource.interface.js';
import { badOAuthToken } from './identity.resource.js';

/** Who a session belongs to, in the words of OpenID Connect. */
export const userinfoResource: OpenResource = {
  path: '/services/oauth2/userinfo',
  methods: { GET: userinfo, POST: userinfo },
};

function userinfo({ org, origin, headers }: OpenCall): Answer {
  const session = identitySession(org, headers['authorization']);
  if (!session) return badOAuthToken();
  const user = org.users.get(session.userId);
  const picture = `${origin}/profilephoto/005/F`;
  return {
    status: 200,
    body: {
      sub: `${origin}/id/${org.organizationId}/${user.id}`,
      user_id: user.id,
      organization_id: org.organizationId,
      preferred_username: user.username,
      nickname: user.nickname ?? user.username,
      name: user.name,
      email: user.email,
      email_verified: true,
      given_name: user.firstName,
      family_name: user.lastName,
      zoneinfo: user.timeZone,
      photos: { picture, thumbnail: `${origin}/profilephoto/005/T` },
      profile: `${origin}/${user.id}`,
      picture,
      address: {},
      urls: identityUrls(origin, org.organizationId, user),
      active: user.active,
      user_type: identityUserType(user),
      language: user.language,
      locale: user.locale,
      utcOffset: utcOffset(user, org.now()),
      updated_at: identityTime(user.lastModified),
    },
  };
}
