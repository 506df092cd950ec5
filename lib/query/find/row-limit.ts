import { InvalidQueryException } from '../../exceptions/invalid-query.exception.js';
import type { EntityShape } from '../../hydration/entity-shape.interface.js';

/** The platform's limit of OFFSET. */
const MOST_SKIPPED = 2000;

/** A `take`, or undefined. @throws InvalidQueryException unless it is a whole number of records. */
export function checkTake(take: unknown, name: string): number | undefined {
  if (take === undefined || isCount(take)) return take;
  throw new InvalidQueryException(
    `${name}: take is a whole number of records, 0 or more. Leave it out to read all.`,
  );
}

/** A `skip`, or undefined. @throws InvalidQueryException unless it is a whole number within the platform's limit. */
export function checkSkip(skip: unknown, name: string): number | undefined {
  if (skip === undefined || (isCount(skip) && skip <= MOST_SKIPPED)) return skip;
  throw new InvalidQueryException(
    `${name}: skip is a whole number of records, from 0 to ${MOST_SKIPPED}. To go further, order by a field and ask for what comes after the last value seen.`,
  );
}

/** The smallest batch the platform promises. */
const SMALLEST_BATCH = 200;

/** How the rows of a find are limited. */
export interface RowWindow {
  readonly limit: number | undefined;
  readonly offset: number | undefined;
  /** Rows to be read and left out. */
  readonly skip: number;
}

/**
 * The rows to ask for. Of a query with OFFSET the platform sends the first batch alone, and calls it all: OFFSET serves only
 * where one batch is sure to hold what is wanted. Otherwise what is skipped is read as well.
 */
export function rowWindow(
  take: number | undefined,
  skip: number | undefined = 0,
  shape: EntityShape,
): RowWindow {
  if (skip === 0) return { limit: take, offset: undefined, skip };
  if (take !== undefined && take <= SMALLEST_BATCH && fitsItsBatch(shape)) {
    return { limit: take, offset: skip, skip: 0 };
  }
  return { limit: take === undefined ? undefined : take + skip, offset: undefined, skip };
}

/** Children count towards a batch, and records with binary content come one by one. */
function fitsItsBatch({ fields, children }: EntityShape): boolean {
  return children.length === 0 && fields.every(({ type }) => type !== 'base64');
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
