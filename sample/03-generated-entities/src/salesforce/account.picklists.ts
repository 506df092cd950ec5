import type { OpenPicklistValue, PicklistValue } from 'nestjs-salesforce';

export const AccountIndustry = [
  'Agriculture',
  'Apparel',
  'Banking',
  'Biotechnology',
  'Chemicals',
  'Communications',
  'Construction',
  'Consulting',
  'Education',
  'Electronics',
  'Energy',
  'Engineering',
  'Entertainment',
  'Environmental',
  'Finance',
  'Food & Beverage',
  'Government',
  'Healthcare',
  'Hospitality',
  'Insurance',
  'Machinery',
  'Manufacturing',
  'Media',
  'Not For Profit',
  'Recreation',
  'Retail',
  'Shipping',
  'Technology',
  'Telecommunications',
  'Transportation',
  'Utilities',
  'Other',
] as const;
export type AccountIndustry = OpenPicklistValue<typeof AccountIndustry>;

export const AccountServiceLevel = [
  { value: 'B', label: 'Basic' },
  { value: 'P', label: 'Plus' },
  { value: 'F', label: 'Full service' },
] as const;
export type AccountServiceLevel = PicklistValue<typeof AccountServiceLevel>;
