import type { Derivation } from './derivation.interface.js';

/** The parts of a person's name, in the order they are spoken; the salutation is none of them. */
const PARTS = ['FirstName', 'MiddleName', 'LastName', 'Suffix'];

/** `Name` of contacts, leads, users and other people. */
export const personName: Derivation = {
  appliesTo: (object) => object.field('LastName')?.compoundFieldName === 'Name',
  reads: PARTS,
  sets: ['Name'],
  derive({ object, after }) {
    // An account is a person, or has a name of its own.
    if (object.name === 'Account' && after['LastName'] == null) return {};
    let name = '';
    for (const part of PARTS) {
      const value = after[part];
      if (value != null) name = name === '' ? String(value) : `${name} ${String(value)}`;
    }
    return { Name: name || null };
  },
};
