import { SalesforceConfigurationException } from '../exceptions/salesforce-configuration.exception.js';
import type { AuthOptions, SalesforceConnectionOptions } from './connection-options.interface.js';

/** What each flow cannot do without. */
const CREDENTIALS: Readonly<Record<AuthOptions['flow'], readonly string[]>> = {
  jwt: ['clientId', 'username', 'privateKey'],
  'client-credentials': ['clientId', 'clientSecret'],
  'refresh-token': ['clientId', 'refreshToken'],
  password: ['clientId', 'clientSecret', 'username', 'password'],
  soap: ['username', 'password'],
  session: ['accessToken', 'instanceUrl'],
};

const CONNECT = ['lazy', 'eager'];
const SCHEMA_CHECKS = ['off', 'warn', 'fail'];
const LOG_LEVELS = ['off', 'error', 'warn', 'log', 'debug'];
const NAMESPACE = /^[a-z](?:_?[a-z\d])*$/i;
const API_VERSION = /^\d{2,3}\.0$/;

/**
 * Refuses options that cannot work before anything is opened. They come from configuration files and environment variables,
 * where the compiler has seen nothing of them; messages name what is wrong, never its value where that may be a secret.
 *
 * @throws SalesforceConfigurationException
 */
export function validateConnectionOptions(connection: string, options: SalesforceConnectionOptions): void {
  const refuse = (problem: string): never => {
    throw new SalesforceConfigurationException(`Options of the connection '${connection}': ${problem}`, {
      connection,
    });
  };
  if (!options.auth === !options.embedded) {
    refuse(
      `${options.auth ? 'both' : 'neither'} auth ${options.auth ? 'and' : 'nor'} embedded given. ` +
        'Give auth to reach an org, or embedded for one inside the process.',
    );
  }
  if (options.auth) checkCredentials(options.auth, refuse);
  checkUrl('loginUrl', options.loginUrl, refuse);
  checkProxy(options.proxy, refuse);
  checkTimeouts(options.timeouts, refuse);
  checkCache(options.cache, refuse);
  checkChoice('connect', options.connect, CONNECT, refuse);
  checkChoice('checkSchema', options.checkSchema, SCHEMA_CHECKS, refuse);
  checkChoice('logLevel', options.logLevel, LOG_LEVELS, refuse);
  if (options.namespace && !NAMESPACE.test(options.namespace)) {
    refuse(
      `namespace '${options.namespace}' is none. Give the prefix without the underscores, such as 'acme'.`,
    );
  }
  if (options.apiVersion !== undefined && !API_VERSION.test(options.apiVersion)) {
    refuse(`apiVersion '${options.apiVersion}' is none. Give a text such as '67.0'.`);
  }
}

type Refuse = (problem: string) => never;

function checkCredentials(auth: AuthOptions, refuse: Refuse): void {
  const required = Object.hasOwn(CREDENTIALS, auth.flow) ? CREDENTIALS[auth.flow] : undefined;
  if (!required) {
    const flows = Object.keys(CREDENTIALS).join(', ');
    return refuse(`auth.flow '${String(auth.flow)}' is unknown. Give one of ${flows}.`);
  }
  const given = auth as unknown as Readonly<Record<string, unknown>>;
  const missing = required.filter((name) => typeof given[name] !== 'string' || given[name] === '');
  if (missing.length > 0) {
    refuse(
      `the flow '${auth.flow}' needs ${missing.map((name) => `auth.${name}`).join(', ')}. ` +
        'Is an environment variable not set?',
    );
  }
  if (auth.flow === 'session') checkUrl('auth.instanceUrl', auth.instanceUrl, refuse);
}

function checkUrl(name: string, value: string | undefined, refuse: Refuse): void {
  if (value === undefined) return;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    return refuse(`${name} is no URL. Give scheme and host, such as https://acme.my.salesforce.com.`);
  }
  if (url.hostname.endsWith('.lightning.force.com')) {
    refuse(
      `${name} is a Lightning host, which serves pages and not the API. Give the My Domain URL instead: ` +
        `https://${url.hostname.replace('.lightning.force.com', '.my.salesforce.com')}.`,
    );
  }
}

/** A proxy's URL may hold a password, so it is not told. */
function checkProxy(value: string | undefined, refuse: Refuse): void {
  if (value === undefined) return;
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    refuse('proxy is no URL. Give scheme, host and port, such as http://proxy.example:3128.');
  }
}

function checkChoice(name: string, value: unknown, choices: readonly string[], refuse: Refuse): void {
  if (value === undefined || choices.includes(value as string)) return;
  refuse(`${name} '${String(value)}' is unknown. Give one of ${choices.join(', ')}.`);
}

function checkTimeouts(timeouts: SalesforceConnectionOptions['timeouts'], refuse: Refuse): void {
  for (const name of ['connect', 'response'] as const) {
    const value = timeouts?.[name];
    if (value !== undefined && !(Number.isFinite(value) && value > 0)) {
      refuse(`timeouts.${name} is no number of milliseconds above zero.`);
    }
  }
}

function checkCache(cache: SalesforceConnectionOptions['cache'], refuse: Refuse): void {
  const missing = (['get', 'set', 'del'] as const).filter(
    (verb) => cache && typeof cache[verb] !== 'function',
  );
  if (missing.length > 0) {
    refuse(`cache has no method ${missing.join(', ')}. Give it a cache such as Nest's CACHE_MANAGER.`);
  }
}
