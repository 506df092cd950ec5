import type { OrgUserProfile } from '../org-user-directory.js';

/** The URL templates of identity answers, in which `{version}` stays for the client to fill in. */
export function identityUrls(
  origin: string,
  organizationId: string,
  user: OrgUserProfile,
): Record<string, string> {
  const organization = organizationId.slice(0, 15);
  const rest = `${origin}/services/data/v{version}/`;
  return {
    enterprise: `${origin}/services/Soap/c/{version}/${organization}`,
    metadata: `${origin}/services/Soap/m/{version}/${organization}`,
    partner: `${origin}/services/Soap/u/{version}/${organization}`,
    rest,
    sobjects: `${rest}sobjects/`,
    search: `${rest}search/`,
    query: `${rest}query/`,
    recent: `${rest}recent/`,
    profile: `${origin}/${user.id}`,
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
