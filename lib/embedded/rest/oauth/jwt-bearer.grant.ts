import { createPublicKey, verify } from 'node:crypto';
import { OrgError } from '../../org-error.js';
import { isObject } from '../request-body.js';
import type { Grant } from './grant.interface.js';

const LOGIN_HOSTS = ['https://login.salesforce.com', 'https://test.salesforce.com'];

interface Assertion {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly algorithm: unknown;
  readonly signed: Buffer;
  readonly signature: Buffer;
}

export const jwtBearerGrant: Grant = ({ org, origin, form }) => {
  const assertion = readAssertion(form.get('assertion') ?? '');
  const { iss, sub, aud, exp } = assertion.claims;
  const app = org.apps.identify(typeof iss === 'string' ? iss : undefined);
  if (app.publicKey === undefined) {
    throw new OrgError(
      'invalid_grant',
      'the embedded org cannot verify the assertion: list the app with its publicKey in the option `apps`',
    );
  }
  if (!isSignedFor(app.publicKey, assertion)) throw invalidAssertion();
  if (typeof exp !== 'number' || exp * 1000 <= org.now().getTime()) throw invalidAssertion();
  if (![...LOGIN_HOSTS, origin].includes(String(aud).replace(/\/$/, ''))) {
    throw new OrgError('invalid_grant', 'Audience validation failed');
  }
  const user = typeof sub === 'string' ? org.users.findActive(sub) : undefined;
  if (!user) throw new OrgError('invalid_grant', "user hasn't approved this consumer");
  return org.sessions.open(user.id, app.clientId);
};

function readAssertion(text: string): Assertion {
  const [header, payload, signature] = text.split('.');
  if (!header || !payload || !signature) throw invalidAssertion();
  return {
    claims: decode(payload),
    algorithm: decode(header)['alg'],
    signed: Buffer.from(`${header}.${payload}`),
    signature: Buffer.from(signature, 'base64url'),
  };
}

function decode(part: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    if (isObject(value)) return value;
  } catch {
    // Refused below, like a text that is well-formed and no object.
  }
  throw invalidAssertion();
}

function isSignedFor(publicKey: string, { algorithm, signed, signature }: Assertion): boolean {
  return algorithm === 'RS256' && verify('RSA-SHA256', signed, createPublicKey(publicKey), signature);
}

function invalidAssertion(): OrgError {
  return new OrgError('invalid_grant', 'invalid assertion');
}
