import { describe, expect, it } from '@jest/globals';
import { TextBuffer } from '../../../../../lib/cli/query/format/text-buffer.js';
import { TextCollector } from '../../../../support/text-collector.js';

describe('TextBuffer', () => {
  it('hands over what was gathered, and nothing of nothing', async () => {
    const sink = new TextCollector();
    const buffer = new TextBuffer(sink);
    buffer.add('a');
    buffer.add('b');
    expect(sink.pieces).toEqual([]);
    await buffer.flush();
    await buffer.flush();
    expect(sink.pieces).toEqual(['ab']);
  });

  it('is full at 64 kB', () => {
    const buffer = new TextBuffer(new TextCollector());
    buffer.add('x'.repeat(65_535));
    expect(buffer.isFull).toBe(false);
    buffer.add('x');
    expect(buffer.isFull).toBe(true);
  });
});
