const FROM = /\bFROM\s+(\w+)/gi;

/** What a query is about, and what follows: its last FROM that is in no parentheses. Texts count for nothing. */
export function queriedObject(soql: string): { readonly name: string | undefined; readonly rest: string } {
  const outer = soql
    .replaceAll(/'(?:[^'\\]|\\.)*'/g, "''")
    .replaceAll(/\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)/g, '()');
  const last = [...outer.matchAll(FROM)].at(-1);
  return { name: last?.[1], rest: last ? outer.slice(last.index) : '' };
}
