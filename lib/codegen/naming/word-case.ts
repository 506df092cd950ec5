/** Where small letters end, or an abbreviation. */
const WORD_START = /(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g;

/** `Annual_Budget` -> `annualBudget`, `URLName` -> `urlName`, `Push_Server_URL` -> `pushServerUrl`, `401k` -> `_401k`. */
export function camelCase(text: string): string {
  const [first = '', ...others] = wordsOf(text);
  const name = lowerStart(first) + others.map(capitalise).join('');
  return /^\d/.test(name) ? `_${name}` : name;
}

/** `Annual_Budget` -> `AnnualBudget`, `URLName` -> `URLName`, `Push_Server_URL` -> `PushServerUrl`. */
export function pascalCase(text: string): string {
  const name = wordsOf(text).map(capitalise).join('');
  return /^\d/.test(name) ? `_${name}` : name;
}

/** `AnnualBudget` -> `annual-budget`, `ABTest` -> `ab-test`, `Line_Item__c` -> `line_item__c`. */
export function kebabCase(name: string): string {
  return name.replaceAll(WORD_START, '-').toLowerCase();
}

/** The words of a name or a text: at what is no letter or digit, and where small letters or an abbreviation end. */
export function splitByCase(text: string): readonly string[] {
  return text
    .replaceAll(WORD_START, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

export function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** What underscores and odd characters stand between, and abbreviations among them as words. */
function wordsOf(text: string): readonly string[] {
  const words = text.split(/[^A-Za-z\d]+/).filter((word) => word !== '');
  if (words.length === 1) return words;
  return words.map((word) => (/^[A-Z]{2,}\d*$/.test(word) ? word.toLowerCase() : word));
}

/** With its first letter small, or the whole abbreviation it begins with. */
function lowerStart(word: string): string {
  const abbreviation = /^[A-Z]+(?![a-z])/.exec(word)?.[0] ?? '';
  const length = Math.max(1, abbreviation.length);
  return word.slice(0, length).toLowerCase() + word.slice(length);
}
