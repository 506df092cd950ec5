import type { Derivation } from './derivation.interface.js';

/** A record of a custom object that nobody named is called by its id. */
export const recordName: Derivation = ({ object, after }) => {
  const unnamed = object.definition.custom && object.nameField?.name === 'Name' && after['Name'] == null;
  return unnamed ? { Name: String(after['Id']).slice(0, 15) } : {};
};
