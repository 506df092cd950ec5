import type { WireRecord } from '../../lib/protocol/query-response.interface.js';
import { resultColumns } from '../../lib/cli/query/result/result-columns.js';
import type { ResultSet } from '../../lib/cli/query/result/result-set.interface.js';

/** Takes what is written, piece by piece. */
export class TextCollector {
  readonly pieces: string[] = [];

  get text(): string {
    return this.pieces.join('');
  }

  async write(text: string): Promise<void> {
    this.pieces.push(text);
  }
}

/** A result of some pages, whose columns the first one decides. */
export function resultOf(...pages: readonly (readonly WireRecord[])[]): ResultSet {
  return {
    columns: resultColumns(pages[0] ?? []),
    pages: (async function* () {
      yield* pages;
    })(),
  };
}

export function wireRecord(values: object): WireRecord {
  return { attributes: { type: 'Account' }, ...values };
}
