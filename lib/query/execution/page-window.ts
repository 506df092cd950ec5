import type { RecordPage } from './record-pages.js';

export type RecordPages = AsyncGenerator<RecordPage, void, undefined>;

/** The records after the first `skip`, and `take` of them at most. */
export async function* pageWindow(pages: RecordPages, skip: number, take = Infinity): RecordPages {
  let before = 0;
  for await (const { total, records } of pages) {
    const first = Math.max(0, skip - before);
    const shown = records.slice(first, skip + take - before);
    before += records.length;
    if (shown.length > 0) yield { total: Math.min(take, Math.max(0, total - skip)), records: shown };
    if (before >= skip + take) return;
  }
}
