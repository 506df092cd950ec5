import { describe, expect, it } from '@jest/globals';
import { objectNaming } from '../../../../lib/codegen/entity/object-naming.js';
import { objectOptions } from '../../../../lib/codegen/entity/object-options.js';
import { customObject } from '../../../support/record-engine.js';

describe('objectOptions', () => {
  it('says what an object is called, and what can be done with it, where that is not the usual', () => {
    const definition = {
      ...customObject('Trip__c', []),
      label: 'Journey',
      labelPlural: 'Travels',
      creatable: false,
      createable: false,
    };
    const plan = { definition, className: 'Trip', fields: [], parents: [], children: [] };
    expect(JSON.parse(JSON.stringify(objectOptions(plan, objectNaming(plan))))).toEqual({
      custom: true,
      label: 'Journey',
      labelPlural: 'Travels',
      creatable: false,
    });
  });
});
