import { describe, expect, it } from '@jest/globals';
import { readSeedTable } from '../../../../lib/embedded/seed/seed-table.js';

describe('readSeedTable', () => {
  it('names the object after the file, and leaves out what is empty', () => {
    const { sobject, data } = readSeedTable('Name,Industry,Phone\nAcme,,#N/A\n', '/data/Account.csv');
    expect(sobject).toBe('Account');
    expect(data).toEqual([{ Name: 'Acme', Phone: null }]);
  });

  it('gives records names, and parents by their external ids', () => {
    const text = 'attributes.referenceId,LastName,Account.ErpNumber__c\njane,Doe,7\n';
    expect(readSeedTable(text, 'Contact.csv').data).toEqual([
      { attributes: { referenceId: 'jane' }, LastName: 'Doe', Account: { ErpNumber__c: '7' } },
    ]);
  });

  it('is empty where the file is', () => {
    expect(readSeedTable('', 'Account.csv').data).toEqual([]);
  });
});
