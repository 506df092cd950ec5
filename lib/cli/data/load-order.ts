import { shortenedList } from '../../common/shortened-list.js';
import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';

/** References that a complaint names. */
const SHOWN = 8;

/** A field of an object that refers to objects of the same load. */
export interface LoadReference {
  readonly field: string;
  readonly targets: readonly string[];
  /** Whether a record may be written first and given its parent later. */
  readonly deferrable: boolean;
}

export interface LoadObject {
  readonly name: string;
  readonly references: readonly LoadReference[];
}

export interface LoadOrder {
  /** Every object behind those it refers to, but for the references that are deferred. */
  readonly objects: readonly string[];
  /** By object, the fields that are written in a second pass: those to the object itself, and one in each circle. */
  readonly deferred: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Orders objects so that parents come first. Of objects that refer to one another in a circle, the one comes first that needs
 * the fewest references deferred.
 *
 * @throws SalesforceConfigurationException naming a circle of references that are needed from the beginning
 */
export function loadOrder(objects: readonly LoadObject[]): LoadOrder {
  const waiting = new Map(objects.map((object) => [object.name, object]));
  const ordered: string[] = [];
  const deferred = new Map<string, Set<string>>();
  while (waiting.size > 0) {
    const next = nextObject(waiting);
    const fields = missing(next, waiting).map(({ field }) => field);
    if (fields.length > 0) deferred.set(next.name, new Set(fields));
    waiting.delete(next.name);
    ordered.push(next.name);
  }
  return { objects: ordered, deferred };
}

function nextObject(waiting: ReadonlyMap<string, LoadObject>): LoadObject {
  let best: LoadObject | undefined;
  let fewest = Infinity;
  for (const object of waiting.values()) {
    const references = missing(object, waiting);
    if (references.some(({ deferrable }) => !deferrable)) continue;
    // What refers to itself does so wherever it stands in the order.
    const others = references.filter(({ targets }) =>
      targets.some((target) => target !== object.name && waiting.has(target)),
    );
    if (others.length < fewest) [best, fewest] = [object, others.length];
  }
  if (best) return best;
  throw circle(waiting);
}

/** References to records that are not there yet. */
function missing(
  { references }: LoadObject,
  waiting: ReadonlyMap<string, LoadObject>,
): readonly LoadReference[] {
  return references.filter(({ targets }) => targets.some((target) => waiting.has(target)));
}

function circle(waiting: ReadonlyMap<string, LoadObject>): SalesforceConfigurationException {
  const links = [...waiting.values()].flatMap((object) =>
    missing(object, waiting)
      .filter(({ deferrable }) => !deferrable)
      .map(({ field }) => `${object.name}.${field}`),
  );
  return new SalesforceConfigurationException(
    `No order lets these objects be loaded: they need one another from the beginning, by ${shortenedList(links, SHOWN)}.`,
  );
}
