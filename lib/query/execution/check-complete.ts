import { InvalidResponseException } from '../../exceptions/invalid-response.exception.js';

/** A part must not pass for the whole. @throws InvalidResponseException unless as many records came as were announced. */
export function checkComplete(announced: unknown, received: number, what: string, connection: string): void {
  if (typeof announced !== 'number' || announced === received) return;
  throw new InvalidResponseException(
    `The org announced ${announced} records of ${what} and sent ${received}.`,
    {
      connection,
    },
  );
}
