import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BulkClient } from '../../../support/bulk-client.js';

describe('jobs of a user who may not do everything', () => {
  let bulk: BulkClient;

  beforeEach(async () => {
    bulk = await BulkClient.open({
      permissions: {
        'admin@example.com': {
          objects: { Case: { read: false } },
          fields: { 'Contact.Title': 'none', 'Contact.Phone': 'read' },
          bulkApiHardDelete: false,
        },
      },
    });
  });
  afterEach(() => bulk.close());

  it('know no object that is not to be seen', async () => {
    expect(await bulk.create({ object: 'Case', operation: 'insert' })).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALIDJOB', message: 'InvalidJob : Unable to find object: Case' }],
    });
  });

  it('fail for a column that is not to be seen', async () => {
    const job = await bulk.ingest({ object: 'Contact', operation: 'insert' }, 'LastName,Title\nDoe,CEO\n');
    expect([job.state, job.errorMessage]).toEqual(['Failed', 'InvalidBatch : Field name not found : Title']);
    expect(await bulk.calls.query('SELECT Id FROM Contact')).toEqual([]);
  });

  it('refuse the rows that set what can only be read', async () => {
    const job = await bulk.ingest(
      { object: 'Contact', operation: 'insert' },
      'LastName,Phone\nDoe,\nRoe,1\n',
    );
    expect([job.state, job['numberRecordsFailed']]).toEqual(['JobComplete', 1]);
    expect(await bulk.results(job.id, 'failedResults')).toBe(
      '"sf__Id","sf__Error",LastName,Phone\n' +
        '"","INVALID_FIELD_FOR_INSERT_UPDATE:Unable to create/update fields: Phone. Please check the security settings ' +
        'of this field and verify that it is read/write for your profile or permission set.:Phone --","Roe","1"\n',
    );
  });

  it('delete nothing for good without the permission', async () => {
    expect(await bulk.create({ object: 'Contact', operation: 'hardDelete' })).toMatchObject({
      status: 400,
      body: [
        {
          errorCode: 'FEATURENOTENABLED',
          message:
            'FeatureNotEnabled : hardDelete operation requires special user profile permission, ' +
            'please contact your system administrator',
        },
      ],
    });
    expect(await bulk.create({ object: 'Contact', operation: 'delete' })).toMatchObject({ status: 200 });
  });
});
