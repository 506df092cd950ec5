import { afterEach, describe, expect, it } from '@jest/globals';
import type { EmbeddedDuplicateRule } from '../../../../../lib/embedded/engine/behaviour/duplicate-rules.js';
import { refusalAnswer } from '../../../../../lib/embedded/rest/error-answer.js';
import { createRecordEngine, type RecordEngine } from '../../../../support/record-engine.js';
import { refusalOf } from '../../../../support/refusal.js';

let engine: RecordEngine;

afterEach(() => engine.database.close());

const start = (...rules: EmbeddedDuplicateRule[]): void => {
  engine = createRecordEngine(undefined, undefined, { duplicateRules: { Contact: rules } });
};
const insert = (values: Record<string, unknown>, allowDuplicates = false): string =>
  engine.records.insert(engine.object('Contact'), values, engine.user, { allowDuplicates });

describe('DuplicateRules', () => {
  it('answer with the records that are there already, as the platform does', () => {
    start({ match: ['Email'], action: 'alert' });
    const id = insert({ LastName: 'Doe', Email: 'jane@example.com' });
    expect(refusalAnswer(refusalOf(() => insert({ LastName: 'Roe', Email: 'JANE@example.com' })))).toEqual({
      status: 400,
      body: [
        {
          duplicateResut: {
            allowSave: true,
            duplicateRule: 'Standard_Contact_Duplicate_Rule',
            duplicateRuleEntityType: 'Contact',
            errorMessage: 'Use one of these records?',
            matchResults: [
              {
                entityType: 'Contact',
                errors: [],
                matchEngine: 'ExactMatchEngine',
                matchRecords: [
                  {
                    additionalInformation: [],
                    fieldDiffs: [],
                    matchConfidence: 100,
                    record: {
                      attributes: { type: 'Contact', url: `/services/data/v67.0/sobjects/Contact/${id}` },
                      Id: id,
                    },
                  },
                ],
                rule: 'Standard_Contact_Match_Rule_v1_0',
                size: 1,
                success: true,
              },
            ],
          },
          errorCode: 'DUPLICATES_DETECTED',
          message: 'Use one of these records?',
        },
      ],
    });
  });

  it('let an alert pass when the client says so, but no block', () => {
    start({ match: ['Email'], action: 'alert' }, { match: ['Phone'], action: 'block', message: 'Taken' });
    insert({ LastName: 'Doe', Email: 'jane@example.com', Phone: '1' });
    expect(insert({ LastName: 'Roe', Email: 'jane@example.com' }, true)).toHaveLength(18);
    const refusal = refusalOf(() => insert({ LastName: 'Roe', Phone: '1' }, true));
    expect([refusal.errorCode, refusal.message]).toEqual(['DUPLICATES_DETECTED', 'Taken']);
  });

  it('ask for equality in all fields, and none of them empty', () => {
    start({ match: ['LastName', 'Email'], action: 'block' });
    insert({ LastName: 'Doe', Email: 'jane@example.com' });
    insert({ LastName: 'Doe' });
    insert({ LastName: 'Doe' });
    insert({ LastName: 'Roe', Email: 'jane@example.com' });
    expect(refusalOf(() => insert({ LastName: 'doe', Email: 'jane@example.com' })).errorCode).toBe(
      'DUPLICATES_DETECTED',
    );
  });

  it('look at a change only where it makes the record equal to another', () => {
    start({ match: ['Email'], action: 'block' });
    insert({ LastName: 'Doe', Email: 'jane@example.com' });
    const other = insert({ LastName: 'Roe', Email: 'john@example.com' });
    const update = (values: Record<string, unknown>): void =>
      engine.records.update(engine.object('Contact'), other, values, engine.user);
    update({ Email: 'john@example.com', Title: 'Dr' });
    expect(refusalOf(() => update({ Email: 'jane@example.com' })).errorCode).toBe('DUPLICATES_DETECTED');
  });

  it('forget deleted records', () => {
    start({ match: ['Email'], action: 'block' });
    const id = insert({ LastName: 'Doe', Email: 'jane@example.com' });
    engine.records.delete(engine.object('Contact'), id, engine.user);
    expect(insert({ LastName: 'Doe', Email: 'jane@example.com' })).toHaveLength(18);
  });
});
