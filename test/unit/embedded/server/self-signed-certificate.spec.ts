import { createPrivateKey, X509Certificate } from 'node:crypto';
import { describe, expect, it, jest } from '@jest/globals';

describe('makeCertificate', () => {
  it('makes a certificate for this machine, which signs no other one', async () => {
    const { makeCertificate } = await import('../../../../lib/embedded/server/self-signed-certificate.js');
    const { key, cert } = await makeCertificate();
    const certificate = new X509Certificate(cert);
    expect(certificate.subjectAltName).toBe(
      'DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1',
    );
    expect(certificate.ca).toBe(false);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.checkPrivateKey(createPrivateKey(key))).toBe(true);
    expect(certificate.checkHost('localhost')).toBe('localhost');
    const days = (Date.parse(certificate.validTo) - Date.parse(certificate.validFrom)) / 86_400_000;
    expect(days).toBeCloseTo(365, 3);
  });

  it('says what to install where the package is missing', async () => {
    jest.resetModules();
    jest.unstable_mockModule('selfsigned', () => {
      throw new TypeError('Cannot find package');
    });
    const { makeCertificate } = await import('../../../../lib/embedded/server/self-signed-certificate.js');
    await expect(makeCertificate()).rejects.toThrow(
      'HTTPS with a certificate of its own needs the package selfsigned: install it (npm install --save-dev selfsigned), ' +
        'or give the option `https` a key and a certificate.',
    );
    jest.resetModules();
  });
});
