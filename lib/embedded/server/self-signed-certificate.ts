import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import type { EmbeddedHttpsOptions } from '../embedded-org-options.interface.js';

const DAY = 86_400_000;
/** Browsers and Apple's systems refuse certificates that live longer. */
const LIFETIME_DAYS = 365;

/** Where an org is reached on its own machine. */
const ALT_NAMES = [
  { type: 2, value: 'localhost' },
  { type: 7, ip: '127.0.0.1' },
  { type: 7, ip: '::1' },
] as const;

/**
 * Makes a certificate for this machine, which clients trust that are told to. It vouches for itself and can
 * sign no other one.
 *
 * @throws SalesforceConfigurationException when the package that makes certificates is not installed
 */
export async function makeCertificate(): Promise<EmbeddedHttpsOptions> {
  const { generate } = await loadSelfsigned();
  const now = Date.now();
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    algorithm: 'sha256',
    keyType: 'ec',
    curve: 'P-256',
    // A client whose clock is a little late trusts it, too.
    notBeforeDate: new Date(now - DAY),
    notAfterDate: new Date(now + (LIFETIME_DAYS - 1) * DAY),
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames: [...ALT_NAMES] },
    ],
  });
  return { key, cert };
}

async function loadSelfsigned(): Promise<typeof import('selfsigned')> {
  try {
    return await import('selfsigned');
  } catch (error) {
    throw new SalesforceConfigurationException(
      'HTTPS with a certificate of its own needs the package selfsigned: install it (npm install --save-dev selfsigned), ' +
        'or give the option `https` a key and a certificate.',
      { cause: error },
    );
  }
}
