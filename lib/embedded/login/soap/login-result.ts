import type { OrgContext } from '../../org-context.interface.js';
import type { OrgSession } from '../org-session.storage.js';
import type { XmlValue } from './xml-value.js';

interface LoginContext {
  readonly org: OrgContext;
  readonly origin: string;
  readonly version: string;
  /** `u` for the partner API, `c` for the enterprise one. */
  readonly api: string;
}

export function loginResult({ org, origin, version, api }: LoginContext, session: OrgSession): XmlValue {
  const organization = org.organizationId.slice(0, 15);
  return {
    metadataServerUrl: `${origin}/services/Soap/m/${version}/${organization}`,
    passwordExpired: false,
    sandbox: false,
    serverUrl: `${origin}/services/Soap/${api}/${version}/${organization}`,
    sessionId: session.token,
    userId: session.userId,
    userInfo: soapUserInfo(org, session),
  };
}

export function soapUserInfo(org: OrgContext, session: OrgSession): XmlValue {
  const user = org.users.get(session.userId);
  return {
    accessibilityMode: false,
    chatterExternal: false,
    currencySymbol: '$',
    orgAttachmentFileSizeLimit: 26_214_400,
    orgDefaultCurrencyIsoCode: 'USD',
    orgDefaultCurrencyLocale: 'en_US',
    orgDisallowHtmlAttachments: false,
    orgHasPersonAccounts: false,
    organizationId: org.organizationId,
    organizationMultiCurrency: false,
    organizationName: organizationName(org),
    profileId: user.profileId,
    roleId: user.roleId,
    sessionSecondsValid: Math.floor(org.sessions.timeout / 1000),
    userDefaultCurrencyIsoCode: null,
    userEmail: user.email,
    userFullName: user.name,
    userId: user.id,
    userLanguage: user.language,
    userLocale: user.locale,
    userName: user.username,
    userTimeZone: user.timeZone,
    userType: user.userType,
    userUiSkin: 'Theme3',
  };
}

function organizationName(org: OrgContext): string {
  const organization = org.catalog.get('Organization');
  const record = organization && org.records.read(organization, org.organizationId, ['Name']);
  return String(record?.['Name'] ?? '');
}
