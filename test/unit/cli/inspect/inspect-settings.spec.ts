import { describe, expect, it } from '@jest/globals';
import type { InspectOptions } from '../../../../lib/codegen/inspect-options.interface.js';
import type { InspectCommandOptions } from '../../../../lib/cli/inspect/inspect-command-options.interface.js';
import { inspectSettings } from '../../../../lib/cli/inspect/inspect-settings.js';

const NONE: InspectCommandOptions = { update: false, check: false, adopt: false, dryRun: false, json: false };

function settings(
  objects: readonly string[],
  flags: Partial<InspectCommandOptions>,
  inspect?: InspectOptions,
) {
  const loaded = { config: { inspect }, path: undefined, folder: '/app' };
  return inspectSettings(objects, { ...NONE, ...flags }, loaded, '/app/api');
}

describe('inspectSettings', () => {
  it('writes to src/salesforce of the current folder', () => {
    expect(settings([], {})).toEqual({
      options: {},
      folder: '/app/api/src/salesforce',
      folderName: 'src/salesforce',
    });
  });

  it('takes the folder of the config file from where that stands, and that of the flag from here', () => {
    expect(settings([], {}, { out: 'lib/sf' })).toMatchObject({
      folder: '/app/lib/sf',
      folderName: '../lib/sf',
    });
    expect(settings([], { out: 'sf' }, { out: 'lib/sf' })).toMatchObject({
      folder: '/app/api/sf',
      folderName: 'sf',
    });
    expect(settings([], { out: '.' })).toMatchObject({ folder: '/app/api', folderName: '.' });
  });

  it('puts flags before the config file', () => {
    const config = {
      include: ['Account'],
      validators: true,
      classPrefix: 'Sf',
      names: { Account: 'Customer', Lead: 'Chance' },
    };
    expect(
      settings(['Contact'], { classPrefix: '', importExtension: 'none', name: { Lead: 'Prospect' } }, config)
        .options,
    ).toEqual({
      include: ['Contact'],
      validators: true,
      classPrefix: '',
      importExtension: '',
      names: { Account: 'Customer', Lead: 'Prospect' },
    });
    expect(settings([], {}, config).options).toEqual(config);
  });

  it('reads patterns of fields', () => {
    const flags = { includeFields: ['Account.Name', 'Account.Billing*'], excludeFields: ['*.*__pc'] };
    expect(settings([], flags, { fields: { Lead: { include: [] } } }).options.fields).toEqual({
      Lead: { include: [] },
      Account: { include: ['Name', 'Billing*'] },
      '*': { exclude: ['*__pc'] },
    });
  });

  it.each(['Name', 'Account.', 'a.b.c'])('refuses the field %j', (pattern) => {
    expect(() => settings([], { excludeFields: [pattern] })).toThrow(
      `'${pattern}' names no field of an object: write one as Account.Name, or '*.Name' for all objects.`,
    );
  });
});
