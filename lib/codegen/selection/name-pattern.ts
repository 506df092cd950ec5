/** Whether a name is meant by a pattern, in which `*` stands for any text; the case of letters does not matter. */
export function matchesPattern(name: string, pattern: string): boolean {
  const source = pattern
    .split('*')
    .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`))
    .join('.*');
  return new RegExp(`^${source}$`, 'is').test(name);
}

/** Whether a text is a pattern, and no name. */
export function isPattern(text: string): boolean {
  return text.includes('*');
}
