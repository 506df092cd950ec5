import type { Answer } from '../rest/org-exchange.interface.js';
import type { OpenCall, OpenResource } from '../rest/resource.interface.js';
import { bearerToken, validSession } from './authentication.js';
import { identityTime, identityUrls, identityUserType, utcOffset } from './identity-document.js';
import { identityRefusal } from './identity.resource.js';
import { oauthForm } from './oauth/oauth-form.js';
import type { OrgUserProfile } from './org-user-directory.js';

/** Who a session belongs to, in the words of OpenID Connect. */
export const userinfoResource: OpenResource = {
  path: '/services/oauth2/userinfo',
  methods: { GET: userinfo, POST: userinfo },
};

function userinfo(call: OpenCall): Answer {
  const { org, origin, headers } = call;
  const token = bearerToken(headers['authorization']) ?? oauthForm(call).get('access_token');
  const session = token ? validSession(org, token) : undefined;
  if (!session) return identityRefusal(403, token ? 'Bad_OAuth_Token' : 'Missing_OAuth_Token');
  const { organizationId } = org;
  const user = org.users.get(session.userId);
  const picture = `${origin}/profilephoto/005/F`;
  return {
    status: 200,
    body: {
      sub: `${origin}/id/${organizationId}/${user.id}`,
      user_id: user.id,
      organization_id: organizationId,
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
      address: addressOf(user),
      is_salesforce_integration_user: false,
      urls: identityUrls({ origin, organizationId }, user),
      active: user.active,
      user_type: identityUserType(user),
      language: user.language,
      locale: user.locale,
      utcOffset: utcOffset(user, org.now()),
      updated_at: identityTime(user.lastModified),
    },
  };
}

/** Only what is known of it. */
function addressOf({ street, city, state, country, postalCode }: OrgUserProfile): object {
  const parts = { street_address: street, locality: city, region: state, postal_code: postalCode, country };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== null));
}
