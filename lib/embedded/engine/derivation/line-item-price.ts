import type { Derivation } from './derivation.interface.js';

/** The price of a line: what was given, or else its quantity times the price of one. */
export const lineItemPrice: Derivation = {
  appliesTo: ({ name }) => name === 'OpportunityLineItem',
  reads: ['Quantity', 'UnitPrice', 'TotalPrice'],
  sets: ['UnitPrice', 'TotalPrice'],
  derive({ after, given }) {
    const { Quantity: quantity, UnitPrice: unitPrice } = after;
    if (typeof quantity !== 'number' || quantity === 0) return {};
    if (typeof given['TotalPrice'] === 'number' && given['UnitPrice'] == null) {
      return { UnitPrice: given['TotalPrice'] / quantity };
    }
    return typeof unitPrice === 'number' ? { TotalPrice: quantity * unitPrice } : {};
  },
};
