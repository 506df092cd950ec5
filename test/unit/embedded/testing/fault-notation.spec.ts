import { describe, expect, it } from '@jest/globals';
import { parseFaultRule } from '../../../../lib/embedded/testing/fault-notation.js';
import type { FaultRule } from '../../../../lib/embedded/testing/fault.interface.js';

describe('parseFaultRule', () => {
  it.each<[string, FaultRule]>([
    ['drop', { fault: 'drop' }],
    ['GET /query/*: drop x1', { on: 'GET /query/*', fault: 'drop', times: 1 }],
    ['delay 250', { fault: { delay: 250 } }],
    ['* /**: delay 250 after 2', { on: '* /**', fault: { delay: 250 }, skip: 2 }],
    ['truncate 0', { fault: { truncate: 0 } }],
    [
      'POST /**: 503 SERVER_UNAVAILABLE after 2 x3',
      { on: 'POST /**', fault: { status: 503, errorCode: 'SERVER_UNAVAILABLE' }, skip: 2, times: 3 },
    ],
    ['  PATCH /sobjects/Account/*:locked-row ', { on: 'PATCH /sobjects/Account/*', fault: 'locked-row' }],
  ])('reads %j', (line, rule) => {
    expect(parseFaultRule(line)).toEqual(rule);
  });

  it.each([
    '',
    'explode',
    'drop 3',
    'delay',
    'delay -1',
    '999 NOTHING',
    'GET query: drop',
    'drop x',
    'GET /query',
  ])('refuses %j', (line) => {
    expect(() => parseFaultRule(line)).toThrow(`'${line}' is no fault: write one as`);
  });
});
