import { describe, expect, it } from '@jest/globals';
import type { CommandContext } from '../../../../lib/cli/command-context.interface.js';
import { reportInspection, type Inspection } from '../../../../lib/cli/inspect/inspect-report.js';
import { UpdateReport } from '../../../../lib/codegen/update/report/update-report.js';

const inspection: Inspection = {
  folder: 'src/salesforce',
  objects: ['Account'],
  files: ['account.entity.ts', 'index.ts'],
  dryRun: false,
  calls: 2,
  warnings: ['Account.X: the type \u001B[31mhologram is not known.'],
};

function told(of: Partial<Inspection>, update?: UpdateReport, json = false) {
  const lines: string[] = [];
  const context: Pick<CommandContext, 'out' | 'error'> = {
    out: (text) => lines.push(text),
    error: (text) => lines.push(`E ${text}`),
  };
  reportInspection({ ...inspection, ...of }, update, json, context as CommandContext);
  return lines;
}

describe('reportInspection', () => {
  it('says what was written, and warns first', () => {
    expect(told({})).toEqual([
      'E Warning: Account.X: the type [31mhologram is not known.',
      'Wrote 2 files for 1 object to src/salesforce (2 calls).',
    ]);
  });

  it('lists what would be written', () => {
    expect(told({ dryRun: true, warnings: [] })).toEqual([
      'src/salesforce/account.entity.ts',
      'src/salesforce/index.ts',
      'Would write 2 files for 1 object to src/salesforce (2 calls).',
    ]);
  });

  it('says what an update changed, or that it did not', () => {
    const report = new UpdateReport();
    expect(told({ warnings: [] }, report)).toEqual(['src/salesforce is up to date (1 object, 2 calls).']);
    report.add({
      action: 'added',
      path: 'account.entity.ts',
      name: 'Account',
      member: 'site',
      key: 'field Site',
    });
    expect(told({ warnings: [] }, report).at(-1)).toBe(
      'Updated src/salesforce: 1 added (1 object, 2 calls).',
    );
    expect(told({ warnings: [], dryRun: true }, report).at(-1)).toBe(
      'Would update src/salesforce: 1 added (1 object, 2 calls).',
    );
  });

  it('writes all of it as JSON', () => {
    expect(told({}, undefined, true).map((text) => JSON.parse(text) as unknown)).toEqual([inspection]);
  });
});
