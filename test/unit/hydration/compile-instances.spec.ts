import { afterEach, describe, expect, it, jest } from '@jest/globals';
import {
  compileInstances,
  type HydrationStep,
  type InstanceMaker,
} from '../../../lib/hydration/compile-instances.js';
import type { WireRecord } from '../../../lib/protocol/query-response.interface.js';
import { NO_CONTENT } from '../../support/no-content.js';

class Account {
  name = 'set by the constructor';
}

const step = (
  property: string,
  key: string,
  decode?: HydrationStep['decode'],
  absent: () => unknown = () => null,
): HydrationStep => ({ property, key, decode, absent });

const STEPS = [
  step('id', 'Id'),
  step('name', 'Name'),
  step('employees', 'NumberOfEmployees', (value) => Number(value) * 2),
  step('contacts', 'Contacts', undefined, () => []),
  step(`o'"\\\n"];throw 1;//`, 'Odd"Key'),
];

const record = (fields: Record<string, unknown>) => fields as unknown as WireRecord;
const FULL = {
  Id: '001',
  NAME: 'Acme',
  NumberOfEmployees: 21,
  Contacts: ['Roe'],
  'Odd"Key': 'kept',
  More: 1,
};
const MADE = { id: '001', name: 'Acme', employees: 42, contacts: ['Roe'], [`o'"\\\n"];throw 1;//`]: 'kept' };
const EMPTY = { Id: null, Contacts: null };
const MADE_OF_NOTHING = {
  id: null,
  name: null,
  employees: null,
  contacts: [],
  [`o'"\\\n"];throw 1;//`]: null,
};

function refuse(): never {
  throw new RangeError('no such value');
}

function expectAllAlike(make: InstanceMaker): void {
  for (let i = 0; i < 1_200; i++) {
    const [full, empty] = [make(record(FULL), NO_CONTENT), make(record(EMPTY), NO_CONTENT)];
    expect(full).toBeInstanceOf(Account);
    expect({ ...full }).toEqual(MADE);
    expect({ ...empty }).toEqual(MADE_OF_NOTHING);
    expect(Object.keys(full)).toEqual(Object.keys(MADE));
  }
}

describe('compileInstances', () => {
  afterEach(() => void jest.restoreAllMocks());

  it('makes the first instances and the thousandth alike', () => {
    expectAllAlike(compileInstances(Account.prototype, STEPS));
  });

  it('makes them where code must not be generated', () => {
    const refused = jest.spyOn(globalThis, 'Function').mockImplementation(() => {
      throw new EvalError('Code generation from strings disallowed for this context');
    });
    expectAllAlike(compileInstances(Account.prototype, STEPS));
    expect(refused).toHaveBeenCalledTimes(1);
  });

  it('generates no code for a few records', () => {
    const generated = jest.spyOn(globalThis, 'Function');
    const make = compileInstances(Account.prototype, STEPS);
    for (let i = 0; i < 500; i++) make(record(FULL), NO_CONTENT);
    expect(generated).not.toHaveBeenCalled();
  });

  it('lets a decoder refuse a value, early and late', () => {
    const make = compileInstances(Account.prototype, [step('id', 'Id'), step('name', 'Name', refuse)]);
    expect(() => make(record({ Id: '001', Name: 'Acme' }), NO_CONTENT)).toThrow(RangeError);
    for (let i = 0; i < 600; i++) make(record({ Id: '001', Name: null }), NO_CONTENT);
    expect(() => make(record({ Id: '001', Name: 'Acme' }), NO_CONTENT)).toThrow(RangeError);
  });
});
