import { describe, expect, it } from '@jest/globals';
import { CollectionsWriter } from '../../../../../lib/cli/data/import/collections.writer.js';
import type { WrittenColumn } from '../../../../../lib/cli/data/import/import-column.js';
import type {
  PreparedRow,
  WriteJournal,
  WriteRequest,
} from '../../../../../lib/cli/data/import/row-writer.interface.js';
import { SalesforceNetworkException } from '../../../../../lib/exceptions/salesforce-network.exception.js';
import { exceptionFromResponse } from '../../../../../lib/exceptions/salesforce-exception.converter.js';
import type { FieldDefinition } from '../../../../../lib/schema/sobject-definition.interface.js';
import { FakeConnection } from '../../../../support/fake-connection.js';
import { customObject } from '../../../../support/record-engine.js';

function field(
  name: string,
  type: FieldDefinition['type'],
  more: Partial<FieldDefinition> = {},
): FieldDefinition {
  return { name, label: name, type, ...more };
}

const value = (of: FieldDefinition): WrittenColumn => ({
  kind: 'value',
  place: 0,
  header: of.name,
  field: of,
});
const COLUMNS: readonly WrittenColumn[] = [
  value(field('Name', 'string')),
  value(field('Rate__c', 'double')),
  value(field('On__c', 'boolean')),
  {
    kind: 'parent',
    place: 0,
    header: 'Whole__r.Number__c',
    field: field('Whole__c', 'reference', { relationshipName: 'Whole__r' }),
    target: customObject('Part__c', []),
    key: field('Number__c', 'double'),
  },
];
const INSERT: WriteRequest = { object: 'Part__c', operation: 'insert', columns: COLUMNS };

/** Writes rows, and tells what was sent, what came of it and what was noted. */
async function written(request: WriteRequest, rows: readonly Partial<PreparedRow>[], ...answers: unknown[]) {
  const connection = new FakeConnection(...answers);
  const notes: string[] = [];
  const note = (what: string) => async (noted: readonly PreparedRow[]) =>
    void notes.push(`${what} ${noted.length}`);
  const journal = { sent: note('sent'), refused: note('refused') } as unknown as WriteJournal;
  async function* prepared(): AsyncGenerator<PreparedRow> {
    for (const [place, row] of rows.entries()) {
      yield { key: `k${place}`, values: [], source: { number: place + 1, cells: [] }, ...row };
    }
  }
  const results: unknown[] = [];
  let failure: unknown;
  try {
    for await (const batch of new CollectionsWriter(connection.asConnection).write(
      request,
      prepared(),
      journal,
    )) {
      results.push(...batch.map(({ row, ...result }) => Object.assign(result, { key: row.key })));
    }
  } catch (error) {
    failure = error;
  }
  return { requests: connection.requests, results, notes, failure };
}

/** Accepts all that is sent. */
function success({ body }: { readonly body?: unknown }): unknown {
  return (body as { records: unknown[] }).records.map(() => ({ id: 'a01', success: true, errors: [] }));
}

describe('CollectionsWriter', () => {
  it('sends values by their types, parents by their keys, and nothing of what is not told', async () => {
    const rows = [{ values: ['a', '1.50', 'TRUE', '7'] }, { values: [null, undefined, '0', undefined] }];
    const answer = [
      { id: 'a01', success: true, errors: [] },
      {
        success: false,
        errors: [{ statusCode: 'REQUIRED_FIELD_MISSING', message: 'no name', fields: ['Name'] }],
      },
    ];
    const { requests, results, notes } = await written(INSERT, rows, answer);
    expect(requests).toEqual([
      {
        method: 'POST',
        path: 'composite/sobjects',
        body: {
          allOrNone: false,
          records: [
            {
              attributes: { type: 'Part__c' },
              Name: 'a',
              Rate__c: 1.5,
              On__c: true,
              Whole__r: { attributes: { type: 'Part__c' }, Number__c: 7 },
            },
            { attributes: { type: 'Part__c' }, Name: null, On__c: false },
          ],
        },
      },
    ]);
    expect(results).toEqual([
      { key: 'k0', id: 'a01', created: true },
      { key: 'k1', error: 'REQUIRED_FIELD_MISSING: no name' },
    ]);
    expect(notes).toEqual(['sent 2']);
  });

  it('updates by id', async () => {
    const request: WriteRequest = { ...INSERT, operation: 'update', columns: COLUMNS.slice(0, 1) };
    const { requests, results } = await written(
      request,
      [{ id: 'a01', values: ['b'] }],
      [{ id: 'a01', success: true, errors: [] }],
    );
    expect(requests[0]).toMatchObject({
      method: 'PATCH',
      path: 'composite/sobjects',
      body: { records: [{ attributes: { type: 'Part__c' }, id: 'a01', Name: 'b' }] },
    });
    expect(results).toEqual([{ key: 'k0', id: 'a01', created: false }]);
  });

  it('upserts by external id', async () => {
    const request: WriteRequest = { ...INSERT, operation: 'upsert', externalIdField: 'Number__c' };
    const answer = [{ id: 'a01', success: true, created: false, errors: [] }];
    const { requests, results } = await written(request, [{ values: ['b'] }], answer);
    expect(requests[0]).toMatchObject({ method: 'PATCH', path: 'composite/sobjects/Part__c/Number__c' });
    expect(results).toEqual([{ key: 'k0', id: 'a01', created: false }]);
  });

  it('sends 200 rows a call', async () => {
    const { requests, notes } = await written(
      INSERT,
      Array.from({ length: 401 }, () => ({})),
      success,
      success,
      success,
    );
    expect(requests).toHaveLength(3);
    expect(notes).toEqual(['sent 200', 'sent 200', 'sent 1']);
  });

  it.each<[string, unknown, string[]]>([
    [
      'refuses it',
      exceptionFromResponse({ status: 403, body: '[{"errorCode":"REQUEST_LIMIT_EXCEEDED","message":"x"}]' }),
      ['sent 1', 'refused 1'],
    ],
    ['is not there', new SalesforceNetworkException('x'), ['sent 1']],
    [
      'is down, or something before it',
      exceptionFromResponse({ status: 502, body: '<html>Bad gateway</html>' }),
      ['sent 1'],
    ],
    ['says nothing of a row', [], ['sent 1']],
  ])('notes what is certain when the org %s', async (_, answer, noted) => {
    const { notes, failure } = await written(INSERT, [{}], answer);
    expect(failure).toBeInstanceOf(Error);
    expect(notes).toEqual(noted);
  });
});
