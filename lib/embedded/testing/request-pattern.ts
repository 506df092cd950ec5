import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';

/**
 * Which requests are meant: method and path, such as `'PATCH /sobjects/Account/*'`. Paths are those below `/services/data/vXX.X`,
 * or begin with `/services`; `*` stands for one segment, `**` for any number at the end, and `*` as the method for any. The object form
 * looks into requests as well.
 *
 * @publicApi
 */
export type RequestPattern =
  | string
  | {
      /** Such as `'GET /query'`. @default every request */
      readonly request?: string;
      /** What the query must match: the text of `q`, of a `GET` or in a body. */
      readonly soql?: RegExp;
      /** What the text of the body must match. */
      readonly body?: RegExp;
    };

/** What a pattern looks at. */
export interface PatternSubject {
  readonly method: string;
  /** Decoded, without the query; below `/services/data/vXX.X` or whole. */
  readonly path: string;
  readonly soql: string | undefined;
  readonly body: string;
}

const NOTATION = /^(?<method>[A-Za-z]+|\*)\s+(?<path>\/\S*)$/;

/** @throws SalesforceConfigurationException for a text that is no pattern */
export function compilePattern(pattern: RequestPattern | undefined): (subject: PatternSubject) => boolean {
  const { request, soql, body } = typeof pattern === 'string' ? { request: pattern } : (pattern ?? {});
  const matchesRequest = request === undefined ? () => true : compileRequest(request);
  return (subject) =>
    matchesRequest(subject) &&
    (soql === undefined || (subject.soql !== undefined && found(soql, subject.soql))) &&
    (body === undefined || found(body, subject.body));
}

export function patternText(pattern: RequestPattern | undefined): string {
  if (pattern === undefined) return 'any request';
  if (typeof pattern === 'string') return pattern;
  const { request = 'any request', soql, body } = pattern;
  return [request, soql && `with SOQL ${soql}`, body && `with a body of ${body}`].filter(Boolean).join(' ');
}

function compileRequest(text: string): (subject: PatternSubject) => boolean {
  const { method, path } = NOTATION.exec(text.trim())?.groups ?? {};
  if (method === undefined || path === undefined) {
    throw new SalesforceConfigurationException(
      `'${text}' names no requests: write a method and a path, such as 'GET /query' or '* /sobjects/Account/*'.`,
    );
  }
  const wanted = method.toUpperCase();
  const form = pathForm(path);
  return (subject) => (wanted === '*' || wanted === subject.method) && form.test(subject.path);
}

function pathForm(path: string): RegExp {
  const segments = path.split('/').filter((segment) => segment !== '');
  const open = segments.at(-1) === '**';
  const forms = (open ? segments.slice(0, -1) : segments).map((segment) =>
    segment === '*' ? '/[^/]+' : `/${segment.replace(/[^\w-]/g, '\\$&')}`,
  );
  return new RegExp(`^${forms.join('')}${open ? '(?:/.*)?' : ''}/?$`, 'i');
}

/** Whatever the expression remembers of the last time it was asked. */
function found(expression: RegExp, text: string): boolean {
  expression.lastIndex = 0;
  return expression.test(text);
}
