const PRODUCTION = 'https://login.salesforce.com';
const TEST = 'https://test.salesforce.com';

/** The audience that Salesforce expects of an assertion: the test login host for sandboxes and scratch orgs. */
export function jwtAudience(loginUrl: string): string {
  const { hostname } = new URL(loginUrl);
  const [domain = ''] = hostname.split('.');
  const isTest =
    hostname === 'test.salesforce.com' ||
    /\.(sandbox|scratch)\.my\.salesforce\.(com|mil)$/.test(hostname) ||
    // The older form of a sandbox's My Domain.
    (domain.includes('--') && /\.my\.salesforce\.(com|mil)$/.test(hostname));
  return isTest ? TEST : PRODUCTION;
}
