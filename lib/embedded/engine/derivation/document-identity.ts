import type { Derivation } from './derivation.interface.js';

/** A new document is by whoever creates it, and called in programs much as it is by people, unless it says otherwise. */
export const documentIdentity: Derivation = {
  appliesTo: (object) => object.name === 'Document',
  reads: [],
  sets: ['AuthorId', 'DeveloperName'],
  derive({ after, before }) {
    if (before) return {};
    return {
      AuthorId: after['AuthorId'] ?? after['CreatedById'],
      DeveloperName: after['DeveloperName'] ?? developerName(String(after['Name'] ?? '')),
    };
  },
};

/** Letters, digits and single underscores, beginning with a letter. */
function developerName(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return /^[A-Za-z]/.test(words) ? words : `X${words}`;
}
