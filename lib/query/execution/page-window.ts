import type { RecordPage } from './record-pages.js';

export type RecordPages = AsyncGenerator<RecordPage, void, undefined>;

/** The records after the first `skip`, and `take` of them at most. */
export async function* pageWindow(pages: RecordPages, skip: number, take = Infinity): RecordPages {
  let before = 0;
  for await (const { total, records, more } of pages) {
    const first = Math.max(0, skip - before);
    const shown = records.slice(first, skip + take - before);
    before += records.length;
    const full = before >= skip + take;
    if (shown.length > 0)
      yield { total: Math.min(take, Math.max(0, total - skip)), records: shown, more: more && !full };
    if (full) return;
  }
}
