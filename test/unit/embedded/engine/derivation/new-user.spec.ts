import { expect, it } from '@jest/globals';
import { OrgClient } from '../../../../support/org-client.js';

it('makes users active, gives them a nickname, and no username twice', async () => {
  const client = await OrgClient.open();
  const [profile] = await client.query<{ Id: string }>('SELECT Id FROM Profile LIMIT 1');
  const user = {
    Alias: 'standt',
    Email: 'standarduser@example.com',
    EmailEncodingKey: 'UTF-8',
    LastName: 'Testing',
    LanguageLocaleKey: 'en_US',
    LocaleSidKey: 'en_US',
    ProfileId: profile!.Id,
    TimeZoneSidKey: 'America/Los_Angeles',
  };
  await client.create('User', { ...user, Username: 'standarduser@example.com' });
  await client.create('User', {
    ...user,
    Username: 'second@example.com',
    CommunityNickname: 'Second',
    IsActive: false,
  });
  expect((await client.post('/sobjects/User', { ...user, Username: 'Second@Example.com' })).body).toEqual([
    {
      message:
        'Duplicate Username.<br>The username already exists in this or another Salesforce organization. Usernames must be ' +
        "unique across all Salesforce organizations. To resolve, use a different username (it doesn't need to match the " +
        "user's email address). ",
      errorCode: 'DUPLICATE_USERNAME',
      fields: ['Username'],
    },
  ]);
  const users = await client.query<{ CommunityNickname: string; IsActive: boolean }>(
    "SELECT CommunityNickname, IsActive FROM User WHERE Email = 'standarduser@example.com' ORDER BY CommunityNickname",
  );
  expect(users.map((each) => [each.CommunityNickname, each.IsActive])).toEqual([
    ['Second', false],
    ['standarduser', true],
  ]);
  await client.close();
});
