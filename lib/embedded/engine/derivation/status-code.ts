import type { Derivation } from './derivation.interface.js';

const CODES: Readonly<Record<string, string>> = {
  Draft: 'Draft',
  'In Approval Process': 'InApproval',
  Activated: 'Activated',
};

/** The stage of its life that the status of a contract or order belongs to; a status of one's own is a draft. */
export const statusCode: Derivation = {
  appliesTo: ({ name }) => name === 'Contract' || name === 'Order',
  reads: ['Status'],
  sets: ['StatusCode'],
  derive: ({ after }) => ({ StatusCode: CODES[String(after['Status'])] ?? 'Draft' }),
};
