import { readFileSync } from 'node:fs';

/** A query of the corpus. */
export interface CorpusQuery {
  readonly text: string;
  /** Offset of the token at which the query goes wrong. */
  readonly place: number | undefined;
}

const PLACE = '‸';

/** White space that a line of the file cannot hold as it is. */
const VISIBLE: ReadonlyMap<string, string> = new Map([
  ['⏎', '\n'],
  ['⇥', '\t'],
  ['␍', '\r'],
]);

/**
 * The queries of a file of `test/fixtures/soql-corpus` or `sosl-corpus`, by the construct that they exercise: a line `# construct`, then a
 * query a line, `⏎` and `⇥` being line break and tab, and `‸` standing before the token that cannot stand there.
 */
export function readCorpus(
  language: 'soql' | 'sosl',
  file: 'accepted' | 'refused' | 'deviating',
): ReadonlyMap<string, readonly CorpusQuery[]> {
  const source = readFileSync(new URL(`../fixtures/${language}-corpus/${file}.txt`, import.meta.url), 'utf8');
  const sections = source.split(/^# /m).slice(1);
  return new Map(
    sections.map((section) => {
      const [construct = '', ...lines] = section.split('\n').filter((line) => line !== '');
      return [construct, lines.map(corpusQuery)];
    }),
  );
}

function corpusQuery(line: string): CorpusQuery {
  const written = line.replaceAll(/[⏎⇥␍]/g, (sign) => VISIBLE.get(sign) ?? sign);
  const place = written.indexOf(PLACE);
  return { text: written.replace(PLACE, ''), place: place === -1 ? undefined : place };
}
