import { OrgError } from '../../org-error.js';

/** A `Content-Type`, taken apart. */
export interface MediaType {
  /** In lower case, such as `application/json`. */
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const PARAMETER = /;\s*([\w!#$%&'*+.^`|~-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))/g;

export function mediaType(header: string): MediaType {
  const end = header.indexOf(';');
  return {
    name: (end < 0 ? header : header.slice(0, end)).trim().toLowerCase(),
    parameters: end < 0 ? NO_PARAMETERS : parametersOf(header.slice(end)),
  };
}

const NO_PARAMETERS: ReadonlyMap<string, string> = new Map();

/** Parameters of a header that has a value and then some of them, by name in lower case. */
export function parametersOf(source: string): ReadonlyMap<string, string> {
  return new Map(
    Array.from(source.matchAll(PARAMETER), ([, name = '', quoted, plain]) => [
      name.toLowerCase(),
      quoted === undefined ? (plain ?? '') : quoted.replace(/\\(["\\])/g, '$1'),
    ]),
  );
}

export function isXml({ name }: MediaType): boolean {
  return name === 'application/xml' || name === 'text/xml';
}

/** What a resource says of a body in a format that it does not read. */
export function unsupportedMediaType(name: string): OrgError {
  return new OrgError('UNSUPPORTED_MEDIA_TYPE', `MediaType of '${name}' is not supported by this resource`, {
    status: 415,
  });
}
