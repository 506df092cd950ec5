import { expect, it } from '@jest/globals';
import { OrgClient } from '../../../../support/org-client.js';

it('says which record types an object has', async () => {
  const client = await OrgClient.open({
    definitions: [
      {
        name: 'Boat__c',
        label: 'Boat',
        labelPlural: 'Boats',
        keyPrefix: null,
        custom: true,
        createable: true,
        updateable: true,
        deletable: true,
        queryable: true,
        fields: [],
        recordTypes: [{ developerName: 'Racer', name: 'Racing Boat', isDefault: true }],
      },
    ],
  });
  const soql = "SELECT RecordTypesSupported FROM EntityDefinition WHERE QualifiedApiName = 'Boat__c'";
  expect((await client.get(`/tooling/query?q=${encodeURIComponent(soql)}`)).body).toMatchObject({
    records: [
      {
        RecordTypesSupported: {
          recordTypeInfos: [
            {
              available: true,
              defaultRecordTypeMapping: true,
              developerName: 'Racer',
              master: false,
              name: 'Racing Boat',
              recordTypeId: expect.stringMatching(/^012\w{15}$/),
            },
            { developerName: 'Master', master: true, recordTypeId: '012000000000000AAA' },
          ],
        },
      },
    ],
  });
  await client.close();
});
