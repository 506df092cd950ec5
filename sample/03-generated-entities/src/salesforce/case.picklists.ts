import type { OpenPicklistValue } from 'nestjs-salesforce';

export const CaseStatus = ['New', 'Working', 'Escalated', 'Closed'] as const;
export type CaseStatus = OpenPicklistValue<typeof CaseStatus>;

export const CasePriority = ['High', 'Medium', 'Low'] as const;
export type CasePriority = OpenPicklistValue<typeof CasePriority>;
