import { describe, expect, it } from '@jest/globals';
import type {
  ManifestFile,
  ManifestStatement,
} from '../../../../../lib/codegen/update/manifest/manifest.interface.js';
import { statementId } from '../../../../../lib/codegen/update/manifest/statement-id.js';
import { reportChanges } from '../../../../../lib/codegen/update/report/manifest-changes.js';
import { UpdateReport } from '../../../../../lib/codegen/update/report/update-report.js';

type Prints = Readonly<Record<string, string>>;

function account(members: Readonly<Record<string, Prints>>): ManifestStatement {
  return {
    kind: 'class',
    key: 'object Account',
    name: 'Account',
    prints: new Map(),
    members: new Map(
      Object.entries(members).map(([name, prints]) => [
        `field ${name}`,
        { name: name.toLowerCase(), prints: new Map(Object.entries(prints)) },
      ]),
    ),
  };
}

function fileOf(...statements: readonly ManifestStatement[]): ManifestFile {
  const byId = new Map(statements.map((statement) => [statementId(statement), statement]));
  return { text: 'aaaaaaaaaaaa', imports: new Map(), statements: byId };
}

function reported(base: ManifestFile | undefined, fresh: ManifestFile): readonly string[] {
  const report = new UpdateReport();
  reportChanges('account.entity.ts', base, fresh, report);
  return report.toString().split('\n').slice(1);
}

describe('reportChanges', () => {
  it('tells what came, changed and went', () => {
    const base = fileOf(account({ Name: { '@Field.0{length}': 'a' }, Fax: {} }));
    const fresh = fileOf(account({ Name: { '@Field.0{length}': 'b', docs: 'c' }, Site: {} }));
    expect(reported(base, fresh)).toEqual([
      '  ~ updated  Account.name (field Name): length, doc comment',
      '  + added    Account.site (field Site)',
      '  - removed  Account.fax (field Fax)',
    ]);
  });

  it('tells classes that are new or gone', () => {
    expect(reported(undefined, fileOf(account({})))).toEqual(['  + added    Account (object Account)']);
    expect(reported(fileOf(account({})), fileOf())).toEqual(['  - removed  Account (object Account)']);
  });

  it('tells the file where no part of it is worth a word', () => {
    expect(reported(fileOf(account({})), fileOf(account({})))).toEqual(['  ~ updated  the file']);
    expect(reported(undefined, fileOf())).toEqual(['  + added    the file']);
  });
});
