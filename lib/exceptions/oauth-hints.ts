import type { OAuthError } from '../protocol/api-error.interface.js';

/** What to do about a refused login, by Salesforce's description of it or, where that says little, by its code. */
const HINTS: readonly (readonly [RegExp, string])[] = [
  [
    /^authentication failure/,
    'Check username, password and security token, that the user is not locked out, that the IP address is allowed, and ' +
      'that the org still allows the username-password flow.',
  ],
  [/^expired access\/refresh token/, 'Let the user approve the app again and store the new refresh token.'],
  [
    /^user hasn't approved this consumer/,
    'Pre-authorise the user: set the app to "Admin approved users are pre-authorized" and assign a profile or permission set.',
  ],
  [
    /^user is not admin approved/,
    "Assign the app to the user's profile or to one of the user's permission sets.",
  ],
  [
    /^ip restricted/,
    "Add this machine's IP address to the login ranges of the profile, or relax the app's IP policy.",
  ],
  [/^inactive user/, 'Activate or unfreeze the user.'],
  [/^inactive organization/, 'The org is locked or inactive: ask its administrator or Salesforce.'],
  [
    /^audience (?:validation failed|is invalid)/i,
    'Set loginUrl, or auth.audience, to https://test.salesforce.com for a sandbox and to https://login.salesforce.com otherwise.',
  ],
  [
    /^no client credentials user enabled/,
    'Name a "Run As" user in the client credentials settings of the app.',
  ],
  [/^request not supported on this domain/, "Set loginUrl to the org's My Domain URL."],
  [
    /^client identifier invalid/,
    'Check clientId, the consumer key of the app, and that loginUrl belongs to its org; a new app takes up to ten minutes to be known.',
  ],
  [/^invalid client credentials/, 'Check clientSecret, the consumer secret of the app.'],
  [
    /^retry your request/,
    'Salesforce could not process the login: try again, and check that loginUrl belongs to the org.',
  ],
  [
    /^(unsupported_grant_type|grant type not supported)/,
    'Enable this OAuth flow in the settings of the app.',
  ],
];

/** A sentence naming the fix, when the error is a known one. */
export function oauthHint({ error, error_description }: OAuthError): string | undefined {
  return HINTS.find(([pattern]) => pattern.test(error_description ?? '') || pattern.test(error))?.[1];
}
