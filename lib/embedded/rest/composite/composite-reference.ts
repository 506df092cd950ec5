import { OrgError } from '../../org-error.js';
import { isObject } from '../request-body.js';

const REFERENCE = /@\{([^}]*)\}/g;
const WHOLE = /^@\{([^}]*)\}$/;
/** From this version on, a reference to a null takes the null. */
const NULLS_VERSION = 52;

/** What references can reach. */
export interface ReferenceScope {
  /** The bodies of the sub-requests so far, by reference id. */
  readonly bodies: ReadonlyMap<string, unknown>;
  readonly apiVersion: number;
}

/** A value with every `@{reference.path}` in its texts replaced by what an earlier sub-request answered. */
export function resolveReferences(value: unknown, scope: ReferenceScope): unknown {
  if (typeof value === 'string') return resolveText(value, scope);
  if (Array.isArray(value)) return value.map((item) => resolveReferences(item, scope));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, resolveReferences(inner, scope)]),
  );
}

/** The same for a URL, into which a value goes encoded. */
export function resolveUrl(url: string, scope: ReferenceScope): string {
  return url.replace(REFERENCE, (_, path: string) => encodeURIComponent(asText(lookUp(path, scope))));
}

/** A text that is one reference and nothing else takes the value as it is, a number as a number. */
function resolveText(text: string, scope: ReferenceScope): unknown {
  const whole = WHOLE.exec(text)?.[1];
  if (whole !== undefined) return lookUp(whole, scope);
  return text.replace(REFERENCE, (_, path: string) => asText(lookUp(path, scope)));
}

function asText(value: unknown): string {
  return value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function lookUp(path: string, { bodies, apiVersion }: ReferenceScope): unknown {
  const [reference = '', ...steps] = path
    .trim()
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.');
  let value = bodies.get(reference);
  for (const step of steps) value = valueAt(value, step);
  if (value !== undefined && (value !== null || apiVersion >= NULLS_VERSION)) return value;
  throw new OrgError(
    'PROCESSING_HALTED',
    `Invalid reference specified. No value for ${path} found in ${reference}`,
  );
}

function valueAt(value: unknown, step: string): unknown {
  if (Array.isArray(value)) return (value as unknown[])[Number(step)];
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}
