import { describe, expect, it } from '@jest/globals';
import { parseManifest, printManifest } from '../../../../../lib/codegen/update/manifest/manifest-format.js';

const TEXT = `{
  "manifest": 1,
  "options": {
    "include": "Account Boat*__c"
  },
  "files": {
    "account.entity.ts": {
      "text": "k2Jx1aaa01Fz",
      "origin": "customer.entity.ts",
      "header": "aa01Fz",
      "imports": {
        "nestjs-salesforce": "Field SObject"
      },
      "statements": {
        "class object Account": {
          "class": "Account docs=k2Jx1a @SObject=Ljjney",
          "field Name": "name type=aa01Fz @Field.0{length}=47DEQp"
        }
      }
    },
    "index.ts": {
      "text": "01FzaaaaaaaZ",
      "gone": true,
      "statements": {
        "re-export account.entity": "./account.entity.js"
      }
    }
  }
}
`;

describe('parseManifest', () => {
  it('reads a line for each member', () => {
    const { options, files } = parseManifest(TEXT, 'm.json');
    expect(options).toEqual({ include: ['Account', 'Boat*__c'] });
    const account = files.get('account.entity.ts');
    expect(account?.imports.get('nestjs-salesforce')).toEqual(['Field', 'SObject']);
    const statement = account?.statements.get('class object Account');
    expect([statement?.kind, statement?.key, statement?.name]).toEqual([
      'class',
      'object Account',
      'Account',
    ]);
    const name = statement?.members.get('field Name');
    expect(name?.name).toBe('name');
    expect(name?.prints.get('@Field.0{length}')).toBe('47DEQp');
    expect(files.get('index.ts')?.gone).toBe(true);
  });

  it('is undone by printing', () => {
    expect(printManifest(parseManifest(TEXT, 'm.json'))).toBe(TEXT);
  });
});

describe('printManifest', () => {
  it('sorts files, so that the order of generation does not show', () => {
    const files = new Map(
      ['b.ts', 'a.ts'].map((path) => [path, { text: path, imports: new Map(), statements: new Map() }]),
    );
    expect(
      Object.keys((JSON.parse(printManifest({ options: {}, files })) as { files: object }).files),
    ).toEqual(['a.ts', 'b.ts']);
  });
});
