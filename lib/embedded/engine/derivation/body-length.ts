import type { Derivation } from './derivation.interface.js';

/** How many bytes the content of attachments, documents and their like has. */
export const bodyLength: Derivation = {
  appliesTo: (object) => object.field('BodyLength') !== undefined && object.field('Body')?.type === 'base64',
  reads: ['Body'],
  sets: ['BodyLength'],
  derive({ given }) {
    const body = given['Body'];
    return { BodyLength: body instanceof Uint8Array ? body.byteLength : body === null ? 0 : undefined };
  },
};
