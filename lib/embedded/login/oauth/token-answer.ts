import { createHmac } from 'node:crypto';
import type { OrgContext } from '../../org-context.interface.js';
import type { GrantedToken, TokenField } from './grant.interface.js';
import { createIdToken } from './id-token.js';

interface AnswerContext {
  readonly org: OrgContext;
  readonly origin: string;
  /** Signs the identity, so that the app can tell that the answer is for it. */
  readonly secret: string | undefined;
}

const FIELDS: readonly TokenField[] = [
  'access_token',
  'refresh_token',
  'signature',
  'scope',
  'id_token',
  'instance_url',
  'id',
  'token_type',
  'issued_at',
];

/** What an app is told of the session it was given. */
export async function tokenAnswer(
  { org, origin, secret }: AnswerContext,
  { session, refreshToken, nonce, fields = FIELDS }: GrantedToken,
): Promise<Partial<Record<TokenField, string>>> {
  const id = `${origin}/id/${org.organizationId}/${session.userId}`;
  const issuedAt = String(session.issuedAt);
  const isIdentified = session.scopes?.includes('openid') === true && fields.includes('id_token');
  const known: Record<TokenField, string | undefined> = {
    access_token: session.token,
    refresh_token: refreshToken,
    signature: createHmac('sha256', secret ?? '')
      .update(id + issuedAt)
      .digest('base64'),
    scope: session.scopes?.join(' '),
    id_token: isIdentified ? await createIdToken({ org, origin, session, nonce }) : undefined,
    instance_url: origin,
    id,
    token_type: 'Bearer',
    issued_token_type: 'urn:ietf:params:oauth:token-type:access_token',
    issued_at: issuedAt,
  };
  const present = fields.filter((field) => known[field] !== undefined);
  return Object.fromEntries(present.map((field) => [field, known[field]]));
}
