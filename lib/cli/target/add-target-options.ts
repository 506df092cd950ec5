import type { Command } from 'commander';

/** What may stand behind `--org`. */
const NOTATIONS =
  "a name of the config file's orgs, sf:<alias> of the Salesforce CLI, session:<file>, a snapshot (.gz), " +
  'a file or folder of describes, embedded or embedded:<file> (default: the environment, or the default org of the config file)';

/** Adds the options of every command that talks to an org. Secrets have none: they come from the environment or a prompt. */
export function addTargetOptions(command: Command): Command {
  const named = command
    .option('-o, --org <org>', `the org: ${NOTATIONS}`)
    .option('--login-url <url>', 'where to sign in, such as https://acme.my.salesforce.com')
    .option('--username <username>', 'who signs in; the password is asked for, or taken from the environment')
    .option('--client-id <id>', 'consumer key of the app to sign in by');
  return addSchemaOptions(named);
}

/** Adds the options that hold for each of several orgs, however they are named. */
export function addSchemaOptions(command: Command): Command {
  return command
    .option('--api-version <version>', 'REST API version, such as 67.0')
    .option(
      '--config <file>',
      'config file (default: nestjs-salesforce.config.* of this folder or one above it)',
    )
    .option('--cache <folder>', 'where describes are kept (default: node_modules/.cache/nestjs-salesforce)')
    .option('--no-cache', 'keep no describes, and use none that are kept');
}
