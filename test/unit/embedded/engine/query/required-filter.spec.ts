import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../support/org-client.js';

const REFUSAL = [
  {
    errorCode: 'MALFORMED_QUERY',
    message:
      'Implementation restriction: ContentDocumentLink requires a filter by a single Id on ContentDocumentId or ' +
      "LinkedEntityId using the equals operator or multiple Id's using the IN operator.",
  },
];

describe('the filter that a query of some objects needs', () => {
  let client: OrgClient;
  let version: string;

  beforeAll(async () => {
    client = await OrgClient.open();
    version = await client.create('ContentVersion', { PathOnClient: 'a.txt', VersionData: 'aGVsbG8=' });
  });
  afterAll(() => client.close());

  const answerTo = async (soql: string): Promise<unknown> =>
    (await client.get(`/query?q=${encodeURIComponent(soql)}`)).body;

  it.each([
    '',
    "WHERE ShareType = 'V'",
    "WHERE ContentDocumentId != '069000000000001AAA'",
    "WHERE ContentDocumentId = '069000000000001AAA' OR ShareType = 'V'",
    "WHERE ContentDocumentId NOT IN ('069000000000001AAA')",
  ])('is missed: %s', async (where) => {
    expect(await answerTo(`SELECT Id FROM ContentDocumentLink ${where}`)).toEqual(REFUSAL);
  });

  it('finds what it names', async () => {
    const [{ ContentDocumentId: document } = { ContentDocumentId: '' }] = await client.query<{
      ContentDocumentId: string;
    }>(`SELECT ContentDocumentId FROM ContentVersion WHERE Id = '${version}'`);
    for (const where of [
      `contentdocumentid = '${document}'`,
      `ContentDocumentId IN ('${document}') AND ShareType = 'I'`,
    ]) {
      expect(await answerTo(`SELECT ShareType FROM ContentDocumentLink WHERE ${where}`)).toMatchObject({
        totalSize: 1,
      });
    }
  });

  it('is not needed to count records, nor to read those of a parent', async () => {
    expect((await client.get('/limits/recordCount?sObjects=ContentDocumentLink')).body).toEqual({
      sObjects: [{ count: 1, name: 'ContentDocumentLink' }],
    });
    expect(
      await answerTo('SELECT Id, (SELECT ShareType FROM ContentDocumentLinks) FROM ContentDocument'),
    ).toMatchObject({ records: [{ ContentDocumentLinks: { totalSize: 1 } }] });
  });

  it.each(['ContentFolderItem', 'ContentFolderMember', 'IdeaComment', 'Vote'])(
    'is needed for %s',
    async (name) => {
      expect(await answerTo(`SELECT Id FROM ${name}`)).toMatchObject([{ errorCode: 'MALFORMED_QUERY' }]);
      expect(await answerTo(`SELECT Id FROM ${name} WHERE Id = '000000000000000AAA'`)).toMatchObject({
        totalSize: 0,
      });
    },
  );
});
