import { describe, expect, it } from '@jest/globals';
import { plainRecord } from '../../../../../lib/cli/query/result/plain-record.js';

const ACCOUNT = {
  attributes: { type: 'Account', url: '/services/data/v67.0/sobjects/Account/001' },
  Name: 'Acme',
  Owner: { attributes: { type: 'User' }, Name: 'Ada' },
  BillingAddress: { city: 'Paris' },
  Contacts: {
    totalSize: 1,
    done: true,
    records: [{ attributes: { type: 'Contact' }, LastName: 'Lovelace' }],
  },
  Cases: null,
};

describe('plainRecord', () => {
  it('makes lists of subqueries and leaves out what the platform says of records', () => {
    expect(plainRecord(ACCOUNT)).toEqual({
      Name: 'Acme',
      Owner: { Name: 'Ada' },
      BillingAddress: { city: 'Paris' },
      Contacts: [{ LastName: 'Lovelace' }],
      Cases: null,
    });
  });

  it('keeps that where it is wanted', () => {
    expect(plainRecord(ACCOUNT, { attributes: true })).toMatchObject({
      attributes: { type: 'Account', url: '/services/data/v67.0/sobjects/Account/001' },
      Owner: { attributes: { type: 'User' } },
      Contacts: [{ attributes: { type: 'Contact' } }],
    });
  });
});
