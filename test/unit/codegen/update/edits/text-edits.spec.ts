import { describe, expect, it } from '@jest/globals';
import { TextEdits } from '../../../../../lib/codegen/update/edits/text-edits.js';

describe('TextEdits', () => {
  it('gives the text back when nothing was changed', () => {
    const edits = new TextEdits('abc');
    expect([edits.isEmpty, edits.toString()]).toEqual([true, 'abc']);
  });

  it('replaces, removes and inserts by the places of the first text', () => {
    const edits = new TextEdits('one two three');
    edits.replace({ start: 0, end: 3 }, '1');
    edits.remove({ start: 3, end: 7 });
    edits.insert(13, '!');
    expect(edits.toString()).toBe('1 three!');
  });

  it('keeps the order of what is inserted at one place, beside what is removed', () => {
    const edits = new TextEdits('a,b');
    edits.insert(1, '(1)');
    edits.insert(1, '(2)');
    edits.remove({ start: 0, end: 1 });
    expect(edits.toString()).toBe('(1)(2),b');
  });

  it('takes the replacement of nothing for an insertion', () => {
    const edits = new TextEdits('name: string');
    edits.replace({ start: 4, end: 4 }, '?');
    expect(edits.toString()).toBe('name?: string');
  });

  it('can be looked at on the way', () => {
    const edits = new TextEdits('ab');
    edits.insert(1, '-');
    expect(edits.toString()).toBe('a-b');
    edits.insert(2, '-');
    expect(edits.toString()).toBe('a-b-');
  });
});
