import type { SalesforceConnectionOptions } from 'nestjs-salesforce';
import { demoData } from './seed/demo-data.js';

/**
 * A real org when the environment names one (`SALESFORCE_CLIENT_ID`, `SALESFORCE_CLIENT_SECRET`, `SALESFORCE_LOGIN_URL`),
 * an embedded one with demonstration data otherwise. Nothing else in the application knows which.
 */
export function salesforceOptions(env: NodeJS.ProcessEnv = process.env): SalesforceConnectionOptions {
  const {
    SALESFORCE_CLIENT_ID: clientId,
    SALESFORCE_CLIENT_SECRET: clientSecret,
    SALESFORCE_LOGIN_URL: loginUrl,
  } = env;
  if (clientId && clientSecret && loginUrl) {
    return { loginUrl, auth: { flow: 'client-credentials', clientId, clientSecret } };
  }
  return { embedded: { seed: demoData(new Date()) } };
}
