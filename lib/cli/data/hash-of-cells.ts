import { createHash } from 'node:crypto';

const LENGTH = 22;

/** What rows are told apart by whose cells are not kept; on their way, line ends may have become others. */
export function hashOfCells(cells: readonly string[]): string {
  return createHash('sha256')
    .update(cells.join('\u0000').replaceAll('\r\n', '\n'))
    .digest('base64url')
    .slice(0, LENGTH);
}
