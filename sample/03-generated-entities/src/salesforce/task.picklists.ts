import type { OpenPicklistValue } from 'nestjs-salesforce';

export const TaskSubject = ['Call', 'Email', 'Send Letter', 'Send Quote', 'Other'] as const;
export type TaskSubject = OpenPicklistValue<typeof TaskSubject>;

export const TaskStatus = [
  'Not Started',
  'In Progress',
  'Completed',
  'Waiting on someone else',
  'Deferred',
] as const;
export type TaskStatus = OpenPicklistValue<typeof TaskStatus>;
