import { describe, expect, it } from '@jest/globals';
import { CsvWriter } from '../../../lib/csv/csv-writer.js';

describe('CsvWriter', () => {
  it('puts every value in quotes', () => {
    expect(new CsvWriter({ delimiter: ',' }).row(['001', 'true', ''])).toBe('"001","true",""\n');
  });

  it('doubles quotes', () => {
    expect(new CsvWriter({ delimiter: ',' }).row(['say "hi"', '"'])).toBe('"say ""hi""",""""\n');
  });

  it('keeps to its dialect', () => {
    const writer = new CsvWriter({ delimiter: '|', lineEnding: '\r\n' });
    expect(writer.row(['a', 'b|c'])).toBe('"a"|"b|c"\r\n');
  });
});
