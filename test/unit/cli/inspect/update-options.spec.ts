import { describe, expect, it } from '@jest/globals';
import { updateOptions } from '../../../../lib/cli/inspect/update-options.js';

const NOTHING = { objects: [] };

describe('updateOptions', () => {
  it('are those the folder was generated with', () => {
    const former = { include: ['Account'], validators: true, names: { Account: 'Customer' } };
    expect(updateOptions(former, {}, {}, NOTHING)).toEqual(former);
  });

  it('take what the config file says instead, and what the flags say before that', () => {
    expect(
      updateOptions(
        { include: ['Account'], validators: true, swagger: true, header: 'Old' },
        { include: ['Contact'], validators: false, header: 'New' },
        { include: ['Contact'], validators: false, header: 'Newest' },
        NOTHING,
      ),
    ).toEqual({ include: ['Contact'], validators: false, swagger: true, header: 'Newest' });
  });

  it('add named objects to those that were generated', () => {
    const stated = { include: ['Lead'] };
    expect(updateOptions({ include: ['Account'] }, {}, stated, { objects: ['Lead'] })).toEqual({
      include: ['Account', 'Lead'],
    });
  });

  it('stay with all objects where all were generated', () => {
    expect(updateOptions({ exclude: ['*__b'] }, {}, { include: ['Lead'] }, { objects: ['Lead'] })).toEqual({
      exclude: ['*__b'],
    });
  });

  it('add to what is left out, and take back what is named', () => {
    const added = { objects: ['Lead'], exclude: ['Case'] };
    expect(
      updateOptions({ include: ['*'], exclude: ['Lead', 'Task'] }, {}, { exclude: ['Case'] }, added),
    ).toEqual({ include: ['*', 'Lead'], exclude: ['Task', 'Case'] });
  });

  it('add names and fields to those there are', () => {
    const former = { names: { Account: 'Customer' }, fields: { Account: { exclude: ['Fax'] } } };
    const stated = { names: { Lead: 'Prospect' }, fields: { Lead: { include: ['Name'] } } };
    expect(updateOptions(former, {}, stated, NOTHING)).toEqual({
      names: { Account: 'Customer', Lead: 'Prospect' },
      fields: { Account: { exclude: ['Fax'] }, Lead: { include: ['Name'] } },
    });
  });
});
