/** Words that can be no alias and no name of a field. */
const RESERVED: readonly string[] = [
  'AND',
  'ASC',
  'DESC',
  'EXCLUDES',
  'FIRST',
  'FROM',
  'GROUP',
  'HAVING',
  'IN',
  'INCLUDES',
  'LAST',
  'LIKE',
  'LIMIT',
  'NOT',
  'NULL',
  'NULLS',
  'OR',
  'SELECT',
  'USING',
  'WHERE',
  'WITH',
];

const LONGEST = Math.max(...RESERVED.map((word) => word.length));

const BY_LENGTH = Array.from({ length: LONGEST + 1 }, (_, length) =>
  RESERVED.filter((word) => word.length === length),
);

/** The reserved words of one length; every name of a query is compared with them. */
export function reservedWords(length: number): readonly string[] {
  return BY_LENGTH[length] ?? [];
}
