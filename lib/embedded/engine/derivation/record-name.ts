import type { Derivation } from './derivation.interface.js';

/** A record of a custom object that nobody named is called by its id. */
export const recordName: Derivation = {
  appliesTo: ({ definition, nameField }) =>
    definition.custom && nameField?.name === 'Name' && !nameField.autoNumber,
  reads: ['Name'],
  sets: ['Name'],
  derive: ({ after }) => (after['Name'] == null ? { Name: String(after['Id']).slice(0, 15) } : {}),
};
