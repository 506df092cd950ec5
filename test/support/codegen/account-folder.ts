import type { GeneratedFile } from '../../../lib/codegen/model/generated-file.model.js';
import { children, entity, field, file, ID, index, lookup, picklist } from './entity-models.js';

const BASE = entity('Audited', [ID, field('CreatedDate', { type: 'Date', readonly: true })], {
  key: 'base',
  docs: ['What every record has.'],
  decorators: [],
});
const AUDITED = { ...BASE, abstract: true };

const LIBRARY = 'Children, Field, Id, Lookup, type Related, SObject';

function account(isLater: boolean): GeneratedFile {
  const later = <T>(...members: T[]): T[] => (isLater ? members : []);
  const earlier = <T>(...members: T[]): T[] => (isLater ? [] : members);
  const currency = { type: "'currency'", precision: '18', scale: isLater ? '2' : '0' };
  return file(
    'account.entity.ts',
    LIBRARY.replace(' Id,', ''),
    [
      entity(
        'Account',
        [
          field('Name', { type: 'string', options: { length: '255' } }),
          ...later(field('Site', { options: { type: "'string'", length: '80' } })),
          field('Rating', {
            docs: [isLater ? 'How likely they are to buy.' : 'How likely they buy.'],
            type: 'AccountRating | null',
            options: { picklist: 'AccountRating' },
          }),
          field('AnnualRevenue', { type: 'number | null', options: currency }),
          ...earlier(field('Fax', { options: { type: "'phone'" } })),
          field('Tier__c', { options: { custom: 'true', type: "'string'" } }),
          field('OwnerId', { type: 'string' }),
          ...later(field('ParentId', { options: { type: "'reference'" } })),
          lookup('OwnerId', 'owner', 'User'),
          ...later(lookup('ParentId', 'parent', 'Account')),
          ...later(children('cases', 'Case', 'account', 'AccountId')),
          children('contacts', 'Contact', 'account', 'AccountId'),
        ],
        { extends: 'Audited', docs: ['Companies and people.'] },
      ),
    ],
    {
      './account.picklists.js': 'AccountRating',
      './audited.entity.js': 'Audited',
      ...(isLater && { './case.entity.js': 'Case' }),
      './contact.entity.js': 'Contact',
      './user.entity.js': 'User',
    },
  );
}

function child(name: string, path: string): GeneratedFile {
  return file(
    path,
    'Field, Lookup, type Related, SObject',
    [
      entity(
        name,
        [field('AccountId', { options: { type: "'reference'" } }), lookup('AccountId', 'account', 'Account')],
        { extends: 'Audited' },
      ),
    ],
    { './account.entity.js': 'Account', './audited.entity.js': 'Audited' },
  );
}

/** What is generated of an org, and what is generated once its administrators changed it. */
export function accountModels(isLater = false): GeneratedFile[] {
  const picklists = isLater ? ['Hot', 'Warm', 'Cold'] : ['Hot', 'Cold'];
  return [
    account(isLater),
    file(
      'account.picklists.ts',
      'type PicklistValue',
      picklist('AccountRating', 'picklist Account.Rating', picklists),
    ),
    file('audited.entity.ts', 'Field, Id', [AUDITED]),
    ...(isLater ? [child('Case', 'case.entity.ts')] : []),
    child('Contact', 'contact.entity.ts'),
    file('user.entity.ts', 'Field, SObject', [entity('User', [field('Email')], { extends: 'Audited' })], {
      './audited.entity.js': 'Audited',
    }),
    index(
      'account.entity',
      'account.picklists',
      'audited.entity',
      ...(isLater ? ['case.entity'] : []),
      'contact.entity',
      'user.entity',
    ),
  ];
}
