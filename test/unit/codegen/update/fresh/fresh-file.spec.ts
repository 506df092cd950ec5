import { describe, expect, it } from '@jest/globals';
import { printFile } from '../../../../../lib/codegen/file-printer.js';
import { FreshFile } from '../../../../../lib/codegen/update/fresh/fresh-file.js';
import { accountModels } from '../../../../support/codegen/account-folder.js';

function fresh(path: string): FreshFile {
  const model = accountModels().find((one) => one.path === path)!;
  return new FreshFile(model, printFile(model));
}

describe('FreshFile', () => {
  it('knows its statements by what they stand for', () => {
    expect(fresh('account.picklists.ts').ids).toEqual([
      'const picklist Account.Rating',
      'type picklist Account.Rating',
    ]);
    expect(fresh('index.ts').ids[0]).toBe('re-export account.entity');
    expect(
      fresh('audited.entity.ts').statements.map(({ id, members }) => [id, members.map(({ key }) => key)]),
    ).toEqual([['class base', ['field Id', 'field CreatedDate']]]);
  });

  it('says in the manifest what it imports and declares', () => {
    const { imports, statements, origin } = fresh('user.entity.ts').manifest();
    expect([...imports]).toEqual([
      ['nestjs-salesforce', ['Field', 'SObject']],
      ['./audited.entity.js', ['Audited']],
    ]);
    const user = statements.get('class object User')!;
    expect([user.name, [...user.prints.keys()], [...user.members.keys()]]).toEqual([
      'User',
      ['name', 'extends', '@SObject'],
      ['field Email'],
    ]);
    expect(origin).toBeUndefined();
  });
});
