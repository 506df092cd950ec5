/** The work on one batch, a piece at a time, so that the org goes on answering in between. */
export interface BatchRun {
  /**
   * Does the next piece, in one transaction with the note of what came of it.
   *
   * @returns whether there is more to do
   * @throws BatchError when the rest of the batch cannot be done
   */
  step(): boolean;
}
