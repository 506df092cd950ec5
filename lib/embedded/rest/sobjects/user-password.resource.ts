import { randomInt } from 'node:crypto';
import { OrgError } from '../../org-error.js';
import { resourceNotFound } from '../error-answer.js';
import type { Answer } from '../org-exchange.interface.js';
import type { DataCall, DataResource } from '../resource.interface.js';
import { requireId } from './sobject-request.js';

/** The password of a user: never told, but set, or replaced by one that the org makes up. */
export const userPasswordResource: DataResource = {
  path: '/sobjects/User/:id/password',
  methods: { GET: state, POST: set, DELETE: reset },
};

/** What a generated password is made of: no characters that look alike. */
const CHARACTERS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 12;

function state(call: DataCall): Answer {
  requireUser(call);
  return { status: 200, body: { isExpired: false } };
}

function set(call: DataCall): Answer {
  const id = requireUser(call);
  const { NewPassword: password } = call.body.object();
  if (typeof password !== 'string' || password === '') {
    throw new OrgError('INVALID_NEW_PASSWORD', 'Your new password cannot be empty.');
  }
  call.org.users.setPassword(id, password);
  return { status: 204 };
}

function reset(call: DataCall): Answer {
  const id = requireUser(call);
  const password = Array.from({ length: LENGTH }, () => CHARACTERS[randomInt(CHARACTERS.length)]).join('');
  call.org.users.setPassword(id, password);
  return { status: 200, body: { NewPassword: password } };
}

function requireUser({ org, parameters }: DataCall): string {
  const id = requireId(parameters['id']);
  if (!org.records.find(org.catalog.get('User')!, id)) throw resourceNotFound();
  return id;
}
