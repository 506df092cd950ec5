import type { OrgUserProfile } from './org-user-directory.js';

export interface IdentityContext {
  readonly origin: string;
  readonly organizationId: string;
  /** Of the API, such as `67.0`. */
  readonly version?: string;
}

/** The URL templates of identity answers, in which `{version}` stays for the client to fill in unless it named one. */
export function identityUrls(
  { origin, organizationId, version = '{version}' }: IdentityContext,
  user: OrgUserProfile,
): Record<string, string> {
  const organization = organizationId.slice(0, 15);
  const soap = (api: string) => `${origin}/services/Soap/${api}/${version}/${organization}`;
  const rest = `${origin}/services/data/v${version}/`;
  return {
    enterprise: soap('c'),
    metadata: soap('m'),
    partner: soap('u'),
    rest,
    sobjects: `${rest}sobjects/`,
    search: `${rest}search/`,
    query: `${rest}query/`,
    recent: `${rest}recent/`,
    tooling_soap: soap('T'),
    tooling_rest: `${rest}tooling/`,
    profile: `${origin}/${user.id}`,
    feeds: `${rest}chatter/feeds`,
    groups: `${rest}chatter/groups`,
    users: `${rest}chatter/users`,
    feed_items: `${rest}chatter/feed-items`,
    feed_elements: `${rest}chatter/feed-elements`,
    custom_domain: origin,
  };
}

/** `user_type` is spelt like a constant in identity answers and like a word everywhere else. */
export function identityUserType({ userType }: OrgUserProfile): string {
  return userType.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
}

/** Milliseconds between the user's standard time and UTC. */
export function utcOffset({ timeZone }: OrgUserProfile, now: Date): number {
  const january = new Date(Date.UTC(now.getUTCFullYear(), 0, 1));
  const name = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(january)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const offset = /^GMT(?<sign>[+-])(?<hours>\d\d):(?<minutes>\d\d)$/.exec(name ?? '')?.groups;
  if (!offset) return 0;
  const minutes = Number(offset['hours']) * 60 + Number(offset['minutes']);
  return (offset['sign'] === '-' ? -1 : 1) * minutes * 60_000;
}

/** Times in identity answers carry a `Z` and no milliseconds. */
export function identityTime(wireTime: string): string {
  return wireTime.replace(/\.\d{3}\+0000$/, 'Z');
}
