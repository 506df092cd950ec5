import { nearestNames } from '../../../common/nearest-names.js';
import { SalesforceConfigurationException } from '../../../exceptions/salesforce-configuration.exception.js';
import { TextTable } from '../../output/text-table.js';
import { isQueryFormat, QUERY_FORMATS } from '../query-format.js';
import type { PromptCommand } from './prompt-command.js';
import { describeObject, listObjects } from './schema-commands.js';
import { readCount, readSwitch } from './setting-values.js';

/** The commands of the prompt, in the order of the help. */
export const PROMPT_COMMANDS: readonly PromptCommand[] = [
  {
    name: '.help',
    description: 'shows this',
    run: (_, { out }) => out(helpText()),
  },
  {
    name: '.objects',
    argument: '[part of a name]',
    description: 'lists the objects',
    completion: 'objects',
    run: (part, { schema, out }) => listObjects(part, schema, out),
  },
  {
    name: '.describe',
    argument: '<object>',
    description: 'lists the fields of an object, and the records that point at it',
    completion: 'objects',
    run: (name, { schema, out }) => describeObject(name, schema, out),
  },
  {
    name: '.explain',
    argument: '<query>',
    description: 'shows how the org would run a query, without running it',
    completion: 'query',
    run: (soql, { explain }) => explain(soql.replace(/;\s*$/, '')),
  },
  {
    name: '.format',
    argument: '[format]',
    description: `how results are written: ${QUERY_FORMATS.join(', ')}`,
    completion: QUERY_FORMATS,
    run: (format, { settings, out }) => {
      if (format === '') return out(settings.format);
      if (!isQueryFormat(format)) throw unknownValue('format', format, QUERY_FORMATS);
      settings.format = format;
    },
  },
  {
    name: '.children',
    argument: '[on|off]',
    description: 'whether tables show the records of subqueries, or only how many there are',
    completion: ['on', 'off'],
    run: (value, { settings, out }) => {
      if (value === '') out(settings.children ? 'on' : 'off');
      else settings.children = readSwitch(value);
    },
  },
  {
    name: '.allrows',
    argument: '[on|off]',
    description: 'whether deleted and archived records are found',
    completion: ['on', 'off'],
    run: (value, { settings, out }) => {
      if (value === '') out(settings.allRows ? 'on' : 'off');
      else settings.allRows = readSwitch(value);
    },
  },
  {
    name: '.limit',
    argument: '[number|off]',
    description: 'how many records are read at most',
    completion: ['off'],
    run: (value, { settings, out }) => {
      if (value === '') out(String(settings.limit ?? 'off'));
      else settings.limit = value === 'off' ? undefined : readCount(value);
    },
  },
  {
    name: '.quit',
    description: 'ends the prompt, as Ctrl-D does',
    run: (_, { quit }) => quit(),
  },
];

/** @throws SalesforceConfigurationException with the nearest names, when there is none of that name */
export function promptCommand(name: string): PromptCommand {
  const found = PROMPT_COMMANDS.find((command) => command.name === name.toLowerCase());
  if (found) return found;
  const [nearest] = nearestNames(
    name,
    PROMPT_COMMANDS.map((command) => command.name),
  );
  const hint = nearest === undefined ? '.help lists those there are' : `did you mean ${nearest}?`;
  throw new SalesforceConfigurationException(`There is no command ${name}; ${hint}`);
}

function helpText(): string {
  const table = new TextTable(['Command', 'What it does']);
  for (const { name, argument = '', description } of PROMPT_COMMANDS) {
    table.row(`${name} ${argument}`.trimEnd(), description);
  }
  return [
    'Queries (SELECT …) and searches (FIND {…} …) end with a semicolon and may have many lines.',
    'Tab completes, the arrows bring back what was written, Ctrl-C ends a query that runs.',
    '',
    String(table),
  ].join('\n');
}

function unknownValue(what: string, value: string, known: readonly string[]): Error {
  return new SalesforceConfigurationException(`There is no ${what} '${value}': choose ${known.join(', ')}.`);
}
