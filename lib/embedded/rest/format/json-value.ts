import { isUtf8 } from 'node:buffer';
import { OrgError } from '../../org-error.js';
import { jsonSyntaxError } from '../json-syntax-error.js';

/** What the platform's parser takes; deeper texts are attempts on it. */
const MAX_DEPTH = 1000;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/**
 * The value of a JSON text. Of names that come twice the last one holds. Numbers are doubles, as they are on the platform.
 *
 * @throws OrgError naming the place where the text stops being JSON
 */
export function jsonValue(text: string): unknown {
  limitDepth(text);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw jsonSyntaxError(text);
  }
}

/** @throws OrgError for bytes that are no UTF-8 */
export function utf8Text(bytes: Uint8Array): string {
  if (!isUtf8(bytes)) throw notUtf8(bytes);
  return bufferOf(bytes).toString('utf8');
}

/** The same bytes as a `Buffer`. */
export function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Depth is found without recursion, and before anything is built. */
function limitDepth(text: string): void {
  if (text.length <= MAX_DEPTH) return;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    // The letters of `[` and `{`, and of `]` and `}`, differ in one bit.
    else if ((code | 0x20) === 0x7b && ++depth > MAX_DEPTH) throw tooDeep();
    else if ((code | 0x20) === 0x7d) depth--;
  }
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; ; at++) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return text.length;
    let slashes = 0;
    while (text.charCodeAt(quote - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return quote;
    at = quote;
  }
}

function tooDeep(): OrgError {
  return new OrgError(
    'JSON_PARSER_ERROR',
    `Document nesting depth (${MAX_DEPTH + 1}) exceeds the maximum allowed (${MAX_DEPTH})`,
  );
}

function notUtf8(bytes: Uint8Array): OrgError {
  const at = endOfUtf8(bytes);
  const before = bufferOf(bytes).subarray(0, at).toString('utf8');
  const place = `[line:${before.split('\n').length}, column:${at - before.lastIndexOf('\n')}]`;
  const byte = `0x${(bytes[at] ?? 0).toString(16).padStart(2, '0')}`;
  return new OrgError('JSON_PARSER_ERROR', `Invalid UTF-8 start byte ${byte} at ${place}`);
}

/** How many of the bytes are valid. */
function endOfUtf8(bytes: Uint8Array): number {
  let [valid, invalid] = [0, bytes.length];
  while (valid < invalid) {
    const middle = Math.ceil((valid + invalid) / 2);
    const whole = boundaryBefore(bytes, middle);
    if (isUtf8(bytes.subarray(0, whole))) valid = middle;
    else invalid = middle - 1;
  }
  return boundaryBefore(bytes, valid);
}

/** A place not inside a character. */
function boundaryBefore(bytes: Uint8Array, at: number): number {
  let boundary = at;
  while (boundary > 0 && at - boundary < 3 && boundary < bytes.length && (bytes[boundary]! & 0xc0) === 0x80) {
    boundary--;
  }
  return boundary;
}
