const KIND = /__(?:c|pc|e|b|x|mdt|kav|r|pr)$/i;
const COORDINATE = /__(latitude|longitude)__s$/i;

/** The parts of an API name that names in code are made of. */
export interface ApiNameParts {
  /** Of the package it came with; empty for what the platform or the org's own people made. */
  readonly namespace: string;
  /** Without namespace, and without the suffix of its kind. */
  readonly stem: string;
  /** The suffix of its kind, such as `__c`; empty for what the platform made. */
  readonly suffix: string;
}

/** `acme__Tier_Level__c` -> `acme`, `Tier_Level`, `__c`; `Site__Latitude__s` -> ``, `Site_Latitude`, `__s`. */
export function splitApiName(name: string): ApiNameParts {
  const coordinate = COORDINATE.exec(name);
  const suffix = coordinate ? '__s' : (KIND.exec(name)?.[0] ?? '');
  const body = coordinate
    ? `${name.slice(0, coordinate.index)}_${coordinate[1]}`
    : name.slice(0, name.length - suffix.length);
  const end = suffix === '' ? -1 : body.indexOf('__');
  return end > 0
    ? { namespace: body.slice(0, end), stem: body.slice(end + 2), suffix }
    : { namespace: '', stem: body, suffix };
}

/** Who keeps a name that several wish for: the platform's before the org's own, those before other kinds and packages. */
export function rankOf({ namespace, suffix }: ApiNameParts): number {
  if (namespace !== '') return 3;
  if (suffix === '') return 0;
  return suffix.toLowerCase() === '__c' || suffix.toLowerCase() === '__r' ? 1 : 2;
}
