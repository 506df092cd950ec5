import { describe, expect, it } from '@jest/globals';
import { literal, memberName, textLiteral } from '../../../../lib/codegen/code/literal.js';

describe('textLiteral', () => {
  it.each([
    ['Hot', `'Hot'`],
    ["it's", `"it's"`],
    ['say "yes"', `'say "yes"'`],
    [`it's "both"`, `'it\\'s "both"'`],
    [`''"`, `"''\\""`],
    ['C:\\temp', `'C:\\\\temp'`],
    ['one\ntwo\r\n\tthree', `'one\\ntwo\\r\\n\\tthree'`],
    ['Zürich 東京 😀', `'Zürich 東京 😀'`],
    ['\u0000\u200B\u2028\uFEFF\u202E', `'\\u0000\\u200b\\u2028\\ufeff\\u202e'`],
    ['\u{E0001}', `'\\udb40\\udc01'`],
    ['', `''`],
  ])('writes %j', (text, code) => {
    expect(textLiteral(text)).toBe(code);
  });
});

describe('literal', () => {
  it.each([
    [18, '18'],
    [-0.5, '-0.5'],
    [true, 'true'],
    ['18', `'18'`],
  ])('writes %j', (value, code) => {
    expect(literal(value)).toBe(code);
  });
});

describe('memberName', () => {
  it.each([
    ['Business_Account', 'Business_Account'],
    ['$x', '$x'],
    ['401k', `'401k'`],
    ['a-b', `'a-b'`],
    ['', `''`],
  ])('writes %j', (name, code) => {
    expect(memberName(name)).toBe(code);
  });
});
