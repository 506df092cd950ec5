import type { FuzzReply } from './fuzzed-org.js';

/** What only the inside of the org knows. */
const LEAKS = [
  /\n\s+at\s.+:\d+:\d+/,
  /node:internal/,
  /node_modules/,
  /\blib\/embedded\b/,
  /\bSQLITE_|\bsqlite_master\b.*\bsql\b|no such (?:table|function):|near ".*": syntax error/,
  /\b(?:TypeError|RangeError|SyntaxError|ReferenceError)\b/,
  /Cannot read propert/,
];

/** `Wrong_Org`, `Missing_OAuth_Token`: what identity URLs say. */
const IDENTITY_REFUSAL = /^[A-Z][a-z]+(?:_[A-Z]\w+)+$/;

const JSON_ERROR = /^\s*(?:\[\s*\{|\{)/;

/** What is wrong with an answer, whatever was asked; undefined when nothing is. */
export function complaintAbout({ status, contentType, text }: FuzzReply): string | undefined {
  const leak = LEAKS.find((pattern) => pattern.test(text));
  if (leak) return `shows what is inside: ${leak}`;
  // SOAP has no other status for a fault.
  if (status >= 500) return isSoapFault(contentType, text) ? undefined : 'is a failure of the org';
  if (status < 400) return undefined;
  return isPlatformError(contentType, text) ? undefined : 'is no error as the platform writes it';
}

function isSoapFault(contentType: string, text: string): boolean {
  return contentType.startsWith('text/xml') && text.includes('<soapenv:Fault>');
}

function isPlatformError(contentType: string, text: string): boolean {
  // The answer to HEAD has none.
  if (text === '') return true;
  if (text.includes('UNKNOWN_EXCEPTION')) return false;
  if (contentType.startsWith('application/json'))
    return JSON_ERROR.test(text) && saysWhatIsWrong(JSON.parse(text));
  if (/^(?:application|text)\/xml/.test(contentType))
    return /<(?:Errors?|errors?|exceptionCode|OAuth|faultcode)\b/.test(text);
  if (contentType.startsWith('application/x-www-form-urlencoded'))
    return /^error=\w+&error_description=/.test(text);
  return (
    contentType.startsWith('text/html') && (/<(?:h1|html|title)\b/i.test(text) || IDENTITY_REFUSAL.test(text))
  );
}

function saysWhatIsWrong(body: unknown): boolean {
  const errors = Array.isArray(body) ? body : [body];
  return (
    errors.length > 0 &&
    errors.every((error: Record<string, unknown>) =>
      [
        ['errorCode', 'message'],
        ['error', 'error_description'],
        ['exceptionCode', 'exceptionMessage'],
        // Of composite resources, which fail with their own shapes.
        ['hasErrors', 'results'],
        ['actionName', 'errors'],
        ['success', 'errors'],
        ['contextId', 'errors'],
      ].some(([first = '', second = '']) => first in error && second in error),
    )
  );
}
