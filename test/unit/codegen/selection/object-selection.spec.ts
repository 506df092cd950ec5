import { describe, expect, it } from '@jest/globals';
import { selectObjects } from '../../../../lib/codegen/selection/object-selection.js';

const names = ['Account', 'AccountHistory', 'Contact', 'Invoice__c'];

describe('selectObjects', () => {
  it.each([
    [{}, names],
    [{ include: ['contact', 'Acc*'] }, ['Account', 'AccountHistory', 'Contact']],
    [{ include: ['Acc*'], exclude: ['*History'] }, ['Account']],
    [{ exclude: ['*__c'] }, ['Account', 'AccountHistory', 'Contact']],
  ])('selects by %j', (options, expected) => {
    expect(selectObjects(names, options)).toEqual(expected);
  });

  it.each([
    [{ include: ['Acount'] }, "There is no object 'Acount'. Did you mean Account?"],
    [{ include: ['Zebra'] }, "There is no object 'Zebra'."],
    [{ include: ['*__x'] }, "No object matches '*__x'."],
    [{ exclude: ['Lead'] }, "There is no object 'Lead'."],
    [
      { include: ['Acc*'], exclude: ['Account*'] },
      'No object is left: all that are included are excluded too.',
    ],
  ])('refuses %j', (options, message) => {
    expect(() => selectObjects(names, options)).toThrow(message);
  });
});
