import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const PROGRAM = join(process.cwd(), 'test/slow/node_modules/@salesforce/cli/bin/run.js');

export interface CommandOutput {
  readonly status: number;
  readonly name?: string;
  readonly message?: string;
  readonly result?: unknown;
}

/** The Salesforce CLI with a home of its own: nothing of the user's is read or written, and only orgs are called. */
export class SalesforceCli {
  readonly #home: string;

  private constructor(home: string) {
    this.#home = home;
  }

  static async open(): Promise<SalesforceCli> {
    return new SalesforceCli(await mkdtemp(join(tmpdir(), 'salesforce-cli-')));
  }

  close(): Promise<void> {
    return rm(this.#home, { recursive: true, force: true });
  }

  signIn(url: string, accessToken: string): Promise<CommandOutput> {
    const login = ['org', 'login', 'access-token', '--instance-url', url, '--no-prompt'];
    return this.json([...login, '--alias', 'embedded', '--set-default'], { SF_ACCESS_TOKEN: accessToken });
  }

  /** The environment that makes it this one. */
  get environment(): Readonly<Record<string, string>> {
    const home = this.#home;
    return {
      PATH: process.env['PATH'] ?? '',
      HOME: home,
      USERPROFILE: home,
      SF_DATA_DIR: join(home, 'data'),
      SF_CACHE_DIR: join(home, 'cache'),
      SF_CONFIG_DIR: join(home, 'config'),
      SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
      SF_DISABLE_TELEMETRY: 'true',
      SF_AUTOUPDATE_DISABLE: 'true',
      SF_SKIP_NEW_VERSION_CHECK: 'true',
      SF_DISABLE_LOG_FILE: 'true',
      SF_HIDE_RELEASE_NOTES: 'true',
      NO_COLOR: '1',
    };
  }

  /** Makes the command `sf` of a folder, for programs that look for it on the `PATH`. */
  async install(folder: string): Promise<void> {
    const path = join(folder, 'sf');
    await writeFile(path, `#!${process.execPath}\nimport(${JSON.stringify(pathToFileURL(PROGRAM).href)});\n`);
    await chmod(path, 0o755);
  }

  /** What a command writes. */
  run(args: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<string> {
    const options = { env: { ...this.environment, ...more }, cwd: this.#home };
    return new Promise((resolve) => {
      execFile(process.execPath, [PROGRAM, ...args], options, (_error, stdout) => resolve(stdout));
    });
  }

  /** What a command answers programs. */
  async json(args: readonly string[], more?: NodeJS.ProcessEnv): Promise<CommandOutput> {
    return JSON.parse(await this.run([...args, '--json'], more)) as CommandOutput;
  }

  /** The result of a command that succeeds. */
  async result(...args: readonly string[]): Promise<unknown> {
    const output = await this.json(args);
    if (output.status !== 0) throw new Error(`${args.join(' ')}: ${output.name}: ${output.message}`);
    return output.result;
  }

  /** A file in the folder that commands run in. */
  write(name: string, text: string): Promise<void> {
    return writeFile(join(this.#home, name), text);
  }

  read(name: string): Promise<string> {
    return readFile(join(this.#home, name), 'utf8');
  }
}
