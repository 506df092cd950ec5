import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { didYouMean } from '../../common/did-you-mean.js';
import type { SalesforceConnectionOptions } from '../../connection/connection-options.interface.js';
import { FolderDescribeStorage } from '../../connection/describe/folder-describe.storage.js';
import type { SessionOwner } from '../../connection/describe/session-owner.js';
import { SalesforceConfigurationException } from '../../exceptions/salesforce-configuration.exception.js';
import type { ProcessContext } from '../command-context.interface.js';
import { type LoadedConfig, loadConfig } from './config-file.js';
import { ConnectionTarget } from './connection.target.js';
import { describeFolder, ownerFolder } from './describe-folder.js';
import { environmentOptions } from './environment-options.js';
import { FileTarget } from './file.target.js';
import { salesforceCliOrg } from './salesforce-cli.js';
import { readSessionFile } from './session-file.js';
import type { Target, TargetOptions } from './target.interface.js';

/** The org that is taken where no other is named. */
const DEFAULT_ORG = 'default';
const WAYS =
  'Name it by --org: an org of the config file, sf:<alias> of the Salesforce CLI, session:<file>, a snapshot or a folder of ' +
  'describes, or embedded; or set SALESFORCE_CLIENT_ID or SALESFORCE_USERNAME and what belongs to them.';

/**
 * Opens what a command talks to. The org is not called before that is needed.
 *
 * @param notation what stands behind `--org`; absent, the environment or the default org of the config file
 * @throws SalesforceConfigurationException when the notation means nothing here; the message lists what could be meant
 */
export async function openTarget(
  notation: string | undefined,
  options: TargetOptions,
  context: ProcessContext,
): Promise<Target> {
  const opener = new TargetOpener(options, context, await loadConfig(options.config, context));
  return notation === undefined ? opener.openDefault() : opener.open(notation);
}

class TargetOpener {
  readonly #options: TargetOptions;
  readonly #context: ProcessContext;
  readonly #loaded: LoadedConfig;

  constructor(options: TargetOptions, context: ProcessContext, loaded: LoadedConfig) {
    this.#options = options;
    this.#context = context;
    this.#loaded = loaded;
  }

  async openDefault(): Promise<Target> {
    const options = await environmentOptions(this.#options, this.#context);
    if (options) return this.#connectionTarget(labelOf(options), options);
    if (this.#loaded.config.orgs?.[DEFAULT_ORG] !== undefined) return this.open(DEFAULT_ORG);
    throw new SalesforceConfigurationException(`No org is named. ${WAYS}`);
  }

  /** @param names those of the config file that led here */
  async open(notation: string, names: readonly string[] = []): Promise<Target> {
    const { orgs = {} } = this.#loaded.config;
    // An org may be called what it is: `embedded`.
    const isItself = names.at(-1) === notation;
    const org = Object.hasOwn(orgs, notation) && !isItself ? orgs[notation] : undefined;
    if (org === undefined) {
      return this.#openNotation(notation, names.length > 0 ? this.#loaded.folder : this.#context.cwd);
    }
    if (typeof org !== 'string') return this.#connectionTarget(notation, this.#withFlags(org));
    if (names.includes(notation)) throw this.#circle([...names, notation]);
    return this.open(org, [...names, notation]);
  }

  /** @param folder what paths start from */
  async #openNotation(notation: string, folder: string): Promise<Target> {
    if (notation === '') {
      throw new SalesforceConfigurationException(
        `The name of the org is empty: is a variable not set? ${WAYS}`,
      );
    }
    const { kind, rest } = /^(?<kind>embedded|sf|session)(?::(?<rest>.*))?$/s.exec(notation)?.groups ?? {};
    this.#refuseFlags(notation);
    switch (kind) {
      case 'embedded':
        return embeddedTarget(rest, folder);
      case 'sf':
        return this.#cliTarget(notation, rest || undefined);
      case 'session': {
        const auth = await readSessionFile(rest, { cwd: folder, input: this.#context.input });
        return this.#connectionTarget(auth.instanceUrl, { auth });
      }
      default:
        return this.#fileTarget(notation, resolve(folder, notation));
    }
  }

  async #cliTarget(notation: string, alias: string | undefined): Promise<Target> {
    const { organization, username, ...session } = await salesforceCliOrg(alias, this.#context);
    const auth = { flow: 'session', ...session } as const;
    return this.#connectionTarget(notation, { auth }, { organization, user: username });
  }

  async #fileTarget(notation: string, path: string): Promise<Target> {
    if (!(await isMissing(path))) return new FileTarget(notation, path);
    const names = Object.keys(this.#loaded.config.orgs ?? {}).filter((name) => name !== notation);
    const hint = didYouMean(notation, names) || ` ${WAYS}`;
    const inConfig =
      this.#loaded.path === undefined ? '' : `, nor an org of that name in ${this.#loaded.path}`;
    throw new SalesforceConfigurationException(`There is no file '${notation}'${inConfig}.${hint}`);
  }

  async #connectionTarget(
    label: string,
    given: SalesforceConnectionOptions,
    known?: SessionOwner,
  ): Promise<Target> {
    const options = { ...given, apiVersion: this.#options.apiVersion ?? given.apiVersion };
    // An embedded org is asked in no time, and is another one each time.
    const folder = options.auth && (await describeFolder(this.#options, this.#loaded, this.#context));
    if (!folder) return new ConnectionTarget({ label, options });
    return new ConnectionTarget({
      label,
      options,
      store: async (connection) => {
        const owner = known ?? (await connection.sessionOwner());
        return new FolderDescribeStorage(join(folder, ownerFolder(owner, connection.apiVersion)));
      },
    });
  }

  /** What the command line says goes before what the config file says. */
  #withFlags(options: SalesforceConnectionOptions): SalesforceConnectionOptions {
    const { loginUrl, username, clientId } = this.#options;
    if (!options.auth) return options;
    const auth = {
      ...options.auth,
      ...(username !== undefined && { username }),
      ...(clientId !== undefined && { clientId }),
    };
    return { ...options, auth, loginUrl: loginUrl ?? options.loginUrl } as SalesforceConnectionOptions;
  }

  #circle(names: readonly string[]): SalesforceConfigurationException {
    const { path } = this.#loaded;
    return new SalesforceConfigurationException(
      `The orgs of ${path} lead in a circle: ${names.join(' → ')}.`,
    );
  }

  #refuseFlags(notation: string): void {
    const { loginUrl, username, clientId } = this.#options;
    const given = { '--login-url': loginUrl, '--username': username, '--client-id': clientId };
    const [flag] = Object.entries(given).find(([, value]) => value !== undefined) ?? [];
    if (flag === undefined) return;
    throw new SalesforceConfigurationException(
      `${flag} says how to sign in, which '${notation}' says already: leave out one of the two.`,
    );
  }
}

/** Not where it cannot be told: whoever reads the file says why. */
async function isMissing(path: string): Promise<boolean> {
  return stat(path).then(
    () => false,
    ({ code }: NodeJS.ErrnoException) => code === 'ENOENT' || code === 'ENOTDIR',
  );
}

function embeddedTarget(file: string | undefined, folder: string): Target {
  const database = file ? resolve(folder, file) : undefined;
  const label = file ? `the embedded org of ${file}` : 'an embedded org';
  return new ConnectionTarget({ label, options: { embedded: { database } } });
}

/** Who signs in where. */
function labelOf({ auth, loginUrl }: SalesforceConnectionOptions): string {
  if (auth?.flow === 'session') return auth.instanceUrl;
  const user = auth && 'username' in auth ? `${auth.username} at ` : '';
  return `${user}${loginUrl ?? 'https://login.salesforce.com'}`;
}
