import type { OpenCall } from '../../rest/resource.interface.js';
import type { OrgUserProfile } from '../org-user-directory.js';

/** Signs in with what was typed into a login page. */
export function signInByForm({ org, origin }: OpenCall, form: URLSearchParams): OrgUserProfile | undefined {
  const [username, password] = [form.get('username') ?? '', form.get('password') ?? ''];
  const manner = { type: 'Application', subType: 'UI Username-Password', origin } as const;
  return org.users.signIn(username, password, manner).user;
}
