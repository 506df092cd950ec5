import { createHash, generateKeyPair, type KeyObject, sign } from 'node:crypto';
import { promisify } from 'node:util';

const generate = promisify(generateKeyPair);

interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
  readonly id: string;
}

/** The RSA key that the org signs identity tokens with, made when it is first needed: most orgs never sign one. */
export class SigningKey {
  #keys: Promise<KeyPair> | undefined;

  /** Compact serialization of a JSON Web Token with these claims. */
  async sign(claims: Readonly<Record<string, unknown>>): Promise<string> {
    const { privateKey, id } = await this.#pair();
    const text = [{ kid: id, typ: 'JWT', alg: 'RS256' }, claims].map(encode).join('.');
    return `${text}.${sign('RSA-SHA256', Buffer.from(text), privateKey).toString('base64url')}`;
  }

  /** The public half as a JSON Web Key. */
  async publicJwk(): Promise<Readonly<Record<string, unknown>>> {
    const { publicKey, id } = await this.#pair();
    const { kty, n, e } = publicKey.export({ format: 'jwk' });
    return { kty, n, e, alg: 'RS256', use: 'sig', kid: id };
  }

  #pair(): Promise<KeyPair> {
    this.#keys ??= generate('rsa', { modulusLength: 2048 }).then(({ publicKey, privateKey }) => {
      const der = publicKey.export({ format: 'der', type: 'spki' });
      return { publicKey, privateKey, id: createHash('sha256').update(der).digest('hex').slice(0, 16) };
    });
    return this.#keys;
  }
}

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
