import { describe, expect, it } from '@jest/globals';
import { printDocs } from '../../../../lib/codegen/print/doc-printer.js';

describe('printDocs', () => {
  it('prints nothing for nothing', () => {
    expect(printDocs([])).toBe('');
  });

  it('prints a line', () => {
    expect(printDocs(['Zip code'], '  ')).toBe('  /** Zip code */\n');
  });

  it('sets paragraphs apart', () => {
    expect(printDocs(['One', 'Two'])).toBe('/**\n * One\n *\n * Two\n */\n');
  });

  it('wraps what is too long', () => {
    const words = Array.from({ length: 30 }, () => 'word');
    expect(printDocs([words.join(' ')], '  ')).toBe(
      `  /**\n   * ${words.slice(0, 21).join(' ')}\n   * ${words.slice(21).join(' ')}\n   */\n`,
    );
  });

  it('does not let a text end the comment, or begin a tag', () => {
    expect(printDocs(['a */ b @deprecated, me@example.com'])).toBe(
      '/** a *\\/ b \\@deprecated, me@example.com */\n',
    );
  });
});
