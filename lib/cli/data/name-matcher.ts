/** Whether a name is one of some names and patterns, such as `Invoice*__c`; case does not matter. */
export function matcherOf(patterns: readonly string[]): (name: string) => boolean {
  const expressions = patterns.map((pattern) => {
    const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
    return new RegExp(`^${source}$`, 'i');
  });
  return (name) => expressions.some((expression) => expression.test(name));
}
