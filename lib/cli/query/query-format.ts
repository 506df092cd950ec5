/** How results can be written. */
export const QUERY_FORMATS = ['table', 'vertical', 'csv', 'json', 'jsonl'] as const;

export type QueryFormat = (typeof QUERY_FORMATS)[number];

const BY_ENDING: Readonly<Record<string, QueryFormat>> = {
  csv: 'csv',
  json: 'json',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
};

export function isQueryFormat(text: string): text is QueryFormat {
  return QUERY_FORMATS.some((format) => format === text);
}

/** The format that the ending of a file's name stands for. */
export function formatOfFile(path: string): QueryFormat | undefined {
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(BY_ENDING, ending) ? BY_ENDING[ending] : undefined;
}
