const FIRST = 30;
/** There are no older ones than these to have been retired. */
const FIRST_EVER = 7;
const LATEST = 67;
const SEASONS = ['Spring', 'Summer', 'Winter'] as const;
/** The one label that the platform writes with another apostrophe. */
const CURLY = '42.0';

export interface ApiVersion {
  readonly label: string;
  readonly url: string;
  readonly version: string;
}

/** The versions that can be called, oldest first. Three come a year, and a release is named for the year it ends in. */
export const API_VERSIONS: readonly ApiVersion[] = Array.from({ length: LATEST - FIRST + 1 }, (_, index) => {
  const version = `${FIRST + index}.0`;
  const year = 14 + Math.floor((index + 1) / 3);
  const apostrophe = version === CURLY ? '’' : "'";
  return { label: `${SEASONS[index % 3]} ${apostrophe}${year}`, url: `/services/data/v${version}`, version };
});

/** The version of a call that names none. */
export const LATEST_VERSION = `${LATEST}.0`;

const SUPPORTED: ReadonlySet<string> = new Set(API_VERSIONS.map(({ version }) => version));

export function versionState(version: string): 'supported' | 'retired' | 'unknown' {
  if (SUPPORTED.has(version)) return 'supported';
  const number = Number(version);
  return /^\d{1,3}\.0$/.test(version) && number >= FIRST_EVER && number < FIRST ? 'retired' : 'unknown';
}
