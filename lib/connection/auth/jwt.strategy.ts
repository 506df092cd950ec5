import { createPrivateKey, createSign, type KeyObject } from 'node:crypto';
import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import type { JwtAuthOptions } from '../connection-options.interface.js';
import type { AuthStrategy, Session } from './auth-strategy.interface.js';
import { jwtAudience } from './jwt-audience.js';
import type { LoginContext } from './login-context.interface.js';
import { openOAuthClient, sessionFromToken } from './oauth-client.js';

const GRANT_TYPE = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
/** Salesforce refuses an assertion that lives longer than some minutes. */
const LIFETIME_SECONDS = 180;

/** OAuth 2.0 JWT bearer flow. */
export class JwtStrategy implements AuthStrategy {
  readonly renewable = true;
  readonly #context: LoginContext;
  readonly #claims: { readonly iss: string; readonly sub: string; readonly aud: string };
  readonly #key: KeyObject;

  constructor(options: JwtAuthOptions, context: LoginContext) {
    this.#context = context;
    this.#claims = {
      iss: options.clientId,
      sub: options.username,
      aud: options.audience ?? jwtAudience(context.loginUrl),
    };
    this.#key = readPrivateKey(options.privateKey, context.connection);
  }

  async login(): Promise<Session> {
    const client = await openOAuthClient(this.#context);
    return sessionFromToken(
      await client.requestToken({ grant_type: GRANT_TYPE, assertion: this.#assertion() }),
    );
  }

  #assertion(): string {
    const exp = Math.floor(Date.now() / 1000) + LIFETIME_SECONDS;
    const content = `${base64Url({ alg: 'RS256' })}.${base64Url({ ...this.#claims, exp })}`;
    return `${content}.${createSign('RSA-SHA256').update(content).sign(this.#key, 'base64url')}`;
  }
}

function base64Url(json: object): string {
  return Buffer.from(JSON.stringify(json)).toString('base64url');
}

/** Environment variables hold a key's line ends escaped. */
function readPrivateKey(pem: string, connection: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem.replaceAll(String.raw`\n`, '\n'));
  } catch (cause) {
    throw unusableKey(connection, cause);
  }
  if (key.asymmetricKeyType !== 'rsa') throw unusableKey(connection);
  return key;
}

function unusableKey(connection: string, cause?: unknown): SalesforceConfigurationException {
  return new SalesforceConfigurationException(
    `auth.privateKey of the connection '${connection}' is no RSA private key. Give the whole text of the PEM file, ` +
      'from "-----BEGIN" to "-----END … PRIVATE KEY-----", without a passphrase: not its path, and not the certificate.',
    { connection, cause },
  );
}
