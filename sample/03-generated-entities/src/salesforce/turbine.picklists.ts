import type { PicklistValue } from 'nestjs-salesforce';

export const TurbineStatus = [
  { value: 'planned', label: 'Planned' },
  { value: 'running', label: 'In operation' },
  { value: 'stopped', label: 'Stopped for service' },
  { value: 'retired', label: 'Decommissioned' },
] as const;
export type TurbineStatus = PicklistValue<typeof TurbineStatus>;
