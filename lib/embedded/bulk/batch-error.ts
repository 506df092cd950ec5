/** Why a batch, or the whole job, cannot go on: `InvalidBatch : Field name not found : Nmae`. */
export class BatchError extends Error {
  constructor(
    readonly exceptionCode: string,
    readonly reason: string,
  ) {
    super(`${exceptionCode} : ${reason}`);
    this.name = 'BatchError';
  }
}

export function invalidBatch(reason: string): BatchError {
  return new BatchError('InvalidBatch', reason);
}

export function clientInputError(reason: string): BatchError {
  return new BatchError('ClientInputError', reason);
}
