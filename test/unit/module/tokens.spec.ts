import { describe, expect, it } from '@jest/globals';
import { SalesforceConnection } from '../../../lib/connection/salesforce-connection.js';
import { SalesforceRepository } from '../../../lib/repository/salesforce-repository.js';
import { getConnectionToken, getRepositoryToken } from '../../../lib/salesforce.tokens.js';

const classNamedAccount = () => class Account {};

describe('getConnectionToken', () => {
  it('is the class for the default connection, and tells names apart', () => {
    expect(getConnectionToken()).toBe(SalesforceConnection);
    expect(getConnectionToken('default')).toBe(SalesforceConnection);
    expect(getConnectionToken('emea')).toBe(getConnectionToken('emea'));
    expect(getConnectionToken('emea')).not.toBe(getConnectionToken('apac'));
  });
});

describe('getRepositoryToken', () => {
  it('is the same for the same class and connection', () => {
    const Account = classNamedAccount();
    expect(getRepositoryToken(Account)).toBe(getRepositoryToken(Account, 'default'));
    expect(getRepositoryToken(Account, 'emea')).toBe(getRepositoryToken(Account, 'emea'));
    expect(getRepositoryToken(Account, 'emea')).not.toBe(getRepositoryToken(Account));
  });

  it('belongs to the class and not to its name, in its description too', () => {
    const [one, two] = [getRepositoryToken(classNamedAccount()), getRepositoryToken(classNamedAccount())];
    expect(one).not.toBe(two);
    expect(String(one)).not.toBe(String(two));
    expect(String(one)).toMatch(/^Symbol\(SalesforceRepository<Account> of 'default' #[0-9a-f]{8}\)$/);
  });

  it('is the class itself for a custom repository', () => {
    class AccountRepository extends SalesforceRepository<object> {}
    expect(getRepositoryToken(AccountRepository)).toBe(AccountRepository);
  });
});
