import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { PartialWriteException } from '../../../lib/exceptions/partial-write.exception.js';
import { RecordValidationException } from '../../../lib/exceptions/record-validation.exception.js';
import { RequiredFieldMissingException } from '../../../lib/exceptions/required-field-missing.exception.js';
import { RowLockedException } from '../../../lib/exceptions/row-locked.exception.js';
import { SalesforceException } from '../../../lib/exceptions/salesforce.exception.js';

describe('SalesforceException', () => {
  it('keeps everything it is given', () => {
    const cause = new TypeError('below');
    const errors = [{ errorCode: 'SOME_NEW_CODE', message: 'Something new', fields: ['Name'] }];
    const exception = new SalesforceException('Something new', {
      errorCode: 'SOME_NEW_CODE',
      fields: ['Name'],
      errors,
      status: 400,
      connection: 'emea',
      cause,
    });

    expect(exception).toMatchObject({
      name: 'SalesforceException',
      code: 'SF_ERROR',
      message: 'Something new',
      errorCode: 'SOME_NEW_CODE',
      fields: ['Name'],
      errors,
      status: 400,
      connection: 'emea',
      cause,
    });
  });

  it('has no cause where there is none', () => {
    expect('cause' in new SalesforceException('alone')).toBe(false);
  });

  it('is told apart by class, each class under its parents', () => {
    const exception = new RequiredFieldMissingException('Required fields are missing: [Name]');

    expect(exception).toBeInstanceOf(RecordValidationException);
    expect(exception).toBeInstanceOf(SalesforceException);
    expect(exception).not.toBeInstanceOf(RowLockedException);
    expect(new Error('plain')).not.toBeInstanceOf(SalesforceException);
    expect(exception.name).toBe('RequiredFieldMissingException');
  });

  it('is recognised across two copies of the library', () => {
    class OtherCopy extends Error {}
    const foreign = new OtherCopy('from elsewhere');
    Object.defineProperty(foreign, Symbol.for('nestjs-salesforce.exception'), { value: true });

    expect(foreign instanceof SalesforceException).toBe(true);
    expect(foreign instanceof RowLockedException).toBe(false);
  });

  it('has a code of its own in every class', async () => {
    const folder = new URL('../../../lib/exceptions/', import.meta.url);
    const codes = new Map<string, string>();
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.exception.ts'))) {
      const exports = (await import(new URL(file.replace(/\.ts$/, ''), folder).pathname)) as Record<
        string,
        unknown
      >;
      for (const [name, Exception] of Object.entries(exports)) {
        if (typeof Exception !== 'function') continue;
        const { code } = Reflect.construct(Exception, ['message', []]) as SalesforceException;
        expect(code).toMatch(/^SF_[A-Z_]+$/);
        expect(codes.get(code)).toBeUndefined();
        codes.set(code, name);
      }
    }
    expect(codes.size).toBe(28);
  });
});

describe('PartialWriteException', () => {
  it('tells the records that were not written from those that were', () => {
    const refused = new RowLockedException('unable to obtain exclusive access to this record');
    const exception = new PartialWriteException('1 of 2 records was not written', [
      { index: 0, id: '001D000000IqhSLIAZ', success: true },
      { index: 1, success: false, exception: refused },
    ]);

    expect(exception.failures).toEqual([{ index: 1, success: false, exception: refused }]);
    expect(exception.outcomes[0]?.id).toBe('001D000000IqhSLIAZ');
  });
});
