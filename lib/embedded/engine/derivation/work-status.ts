import type { Derivation } from './derivation.interface.js';

/** Whether a case is closed, and since when. */
export const caseStatus: Derivation = {
  appliesTo: ({ name }) => name === 'Case',
  reads: ['Status', 'IsClosed', 'ClosedDate'],
  sets: ['IsClosed', 'ClosedDate'],
  derive({ after, before, now }) {
    const closed = after['Status'] === 'Closed';
    const since = before?.['IsClosed'] === 1 ? (before['ClosedDate'] ?? now) : now;
    return { IsClosed: closed ? 1 : 0, ClosedDate: closed ? since : null };
  },
};

/** Whether a task is done, and since when. */
export const taskStatus: Derivation = {
  appliesTo: ({ name }) => name === 'Task',
  reads: ['Status', 'Priority', 'IsClosed', 'CompletedDateTime'],
  sets: ['IsClosed', 'CompletedDateTime', 'IsHighPriority'],
  derive({ after, before, now }) {
    const closed = after['Status'] === 'Completed';
    const since = before?.['IsClosed'] === 1 ? (before['CompletedDateTime'] ?? now) : now;
    return {
      IsClosed: closed ? 1 : 0,
      CompletedDateTime: closed ? since : null,
      IsHighPriority: after['Priority'] === 'High' ? 1 : 0,
    };
  },
};
