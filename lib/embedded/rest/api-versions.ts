const FIRST = 31;
const LATEST = 67;
const SEASONS = ['Summer', 'Winter', 'Spring'] as const;

export interface ApiVersion {
  readonly label: string;
  readonly url: string;
  readonly version: string;
}

/** The versions that can be called, oldest first. Three come a year, and a release is named for the year it ends in. */
export const API_VERSIONS: readonly ApiVersion[] = Array.from({ length: LATEST - FIRST + 1 }, (_, index) => {
  const version = `${FIRST + index}.0`;
  const year = 14 + Math.floor((index + 2) / 3);
  return { label: `${SEASONS[index % 3]} '${year}`, url: `/services/data/v${version}`, version };
});

const SUPPORTED: ReadonlySet<string> = new Set(API_VERSIONS.map(({ version }) => version));

export function versionState(version: string): 'supported' | 'retired' | 'unknown' {
  if (SUPPORTED.has(version)) return 'supported';
  const number = Number(version);
  return /^\d{1,3}\.0$/.test(version) && number >= 20 && number < FIRST ? 'retired' : 'unknown';
}
