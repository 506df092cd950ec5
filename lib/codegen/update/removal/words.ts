/** Words that a text has more often than a part of it. */
export function wordsBeside(text: string, part: string): ReadonlySet<string> {
  const inPart = wordCounts(part);
  const words = [...wordCounts(text)].filter(([word, count]) => count > (inPart.get(word) ?? 0));
  return new Set(words.map(([word]) => word));
}

function wordCounts(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/[\w$]+/g)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
