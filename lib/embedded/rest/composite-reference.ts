import { OrgError } from '../org-error.js';
import { isObject } from './request-body.js';

const REFERENCE = /@\{([^}]*)\}/g;
const WHOLE = /^@\{([^}]*)\}$/;

/** The bodies of the sub-requests so far, by reference id. */
export type ReferencedBodies = ReadonlyMap<string, unknown>;

/** A value with every `@{reference.path}` in its texts replaced by what an earlier sub-request answered. */
export function resolveReferences(value: unknown, bodies: ReferencedBodies): unknown {
  if (typeof value === 'string') return resolveText(value, bodies);
  if (Array.isArray(value)) return value.map((item) => resolveReferences(item, bodies));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, resolveReferences(inner, bodies)]),
  );
}

/** The same for a URL, into which a value goes encoded. */
export function resolveUrl(url: string, bodies: ReferencedBodies): string {
  return url.replace(REFERENCE, (_, path: string) => encodeURIComponent(asText(lookUp(path, bodies))));
}

/** A text that is one reference and nothing else takes the value as it is, a number as a number. */
function resolveText(text: string, bodies: ReferencedBodies): unknown {
  const whole = WHOLE.exec(text)?.[1];
  if (whole !== undefined) return lookUp(whole, bodies);
  return text.replace(REFERENCE, (_, path: string) => asText(lookUp(path, bodies)));
}

function asText(value: unknown): string {
  return value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function lookUp(path: string, bodies: ReferencedBodies): unknown {
  const [reference = '', ...steps] = path
    .trim()
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.');
  let value = bodies.get(reference);
  for (const step of steps) value = valueAt(value, step);
  if (value !== undefined) return value;
  throw new OrgError(
    'PROCESSING_HALTED',
    `Invalid reference specified. No value for ${path} found in ${reference}`,
  );
}

function valueAt(value: unknown, step: string): unknown {
  if (Array.isArray(value)) return (value as unknown[])[Number(step)];
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}
