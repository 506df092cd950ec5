import { describe, expect, it } from '@jest/globals';
import { writeJsonLines, writeJsonList } from '../../../../../lib/cli/query/format/json-format.js';
import { resultOf, TextCollector, wireRecord } from '../../../../support/text-collector.js';

const pages = () =>
  resultOf(
    [wireRecord({ Name: 'A', Owner: wireRecord({ Name: 'x' }) })],
    [wireRecord({ Name: 'B', Owner: null })],
  );

describe('JSON', () => {
  it('is one list', async () => {
    const sink = new TextCollector();
    expect(await writeJsonList(pages(), sink)).toBe(2);
    expect(sink.text).toBe('[\n{"Name":"A","Owner":{"Name":"x"}},\n{"Name":"B","Owner":null}\n]\n');
    expect(JSON.parse(sink.text)).toHaveLength(2);
  });

  it('is an empty list where there is nothing', async () => {
    const sink = new TextCollector();
    expect(await writeJsonList(resultOf([]), sink)).toBe(0);
    expect(sink.text).toBe('[]\n');
  });

  it('is a line a record', async () => {
    const sink = new TextCollector();
    expect(await writeJsonLines(pages(), sink, { attributes: true })).toBe(2);
    expect(sink.text).toBe(
      '{"attributes":{"type":"Account"},"Name":"A","Owner":{"attributes":{"type":"Account"},"Name":"x"}}\n' +
        '{"attributes":{"type":"Account"},"Name":"B","Owner":null}\n',
    );
  });

  it('lists nothing by lines', async () => {
    const sink = new TextCollector();
    expect(await writeJsonLines(resultOf([]), sink)).toBe(0);
    expect(sink.text).toBe('');
  });
});
