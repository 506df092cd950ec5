import { describe, expect, it } from '@jest/globals';
import { SalesforceConfigurationException } from '../../../../lib/exceptions/salesforce-configuration.exception.js';
import { findObjects } from '../../../../lib/schema/source/find-objects.js';

const OBJECTS = [{ name: 'Account' }, { name: 'Contact' }, { name: 'Contract' }];

describe('findObjects', () => {
  it('finds names in any case, in the order they are asked for', () => {
    expect(findObjects(['contact', 'ACCOUNT'], OBJECTS, 'org.gz')).toEqual([
      { name: 'Contact' },
      { name: 'Account' },
    ]);
    expect(findObjects([], OBJECTS, 'org.gz')).toEqual([]);
  });

  it('names all that are not there, with the names that may have been meant', () => {
    expect(() => findObjects(['Contcat', 'Account', 'Boat__c'], OBJECTS, 'org.gz')).toThrow(
      new SalesforceConfigurationException(
        "There is no object 'Contcat' (did you mean Contact or Contract?), 'Boat__c' in org.gz, or the user may not see it.",
      ),
    );
  });
});
