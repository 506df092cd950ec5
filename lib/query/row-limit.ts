import { InvalidQueryException } from '../exceptions/invalid-query.exception.js';

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

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
