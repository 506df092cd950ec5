import type { Derivation } from './derivation.interface.js';

/** The parts of a person's name, in the order they are spoken; the salutation is none of them. */
const PARTS = ['FirstName', 'MiddleName', 'LastName', 'Suffix'];

/** `Name` of contacts, leads, users and other people. */
export const personName: Derivation = ({ object, after }) => {
  if (object.field('LastName')?.compoundFieldName !== 'Name') return {};
  const name = PARTS.flatMap((part) => after[part] ?? []).join(' ');
  return { Name: name || null };
};
