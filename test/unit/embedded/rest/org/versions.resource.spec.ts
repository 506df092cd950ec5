import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OrgClient } from '../../../../support/org-client.js';

describe('version resources', () => {
  let client: OrgClient;

  beforeEach(async () => {
    client = await OrgClient.open();
  });
  afterEach(() => client.close());

  it('lists the versions to anyone', async () => {
    const { status, body } = await client.get('/services/data/', { token: null });
    expect(status).toBe(200);
    expect(body).toContainEqual({ label: "Summer '14", url: '/services/data/v31.0', version: '31.0' });
    expect(body).toContainEqual({ label: "Summer '26", url: '/services/data/v67.0', version: '67.0' });
  });

  it('lists what a version has', async () => {
    const { status, body } = await client.get('/services/data/v50.0');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      sobjects: '/services/data/v50.0/sobjects',
      query: '/services/data/v50.0/query',
      composite: '/services/data/v50.0/composite',
      identity: expect.stringMatching(/^https:\/\/embedded-org\.invalid\/id\/00D\w{15}\/005\w{15}$/),
    });
  });

  it('lists no more than an older version had', async () => {
    const { body } = await client.get<object>('/services/data/v33.0');
    expect(Object.keys(body)).toEqual([
      'actions',
      'appMenu',
      'compactLayouts',
      'limits',
      'process',
      'query',
      'queryAll',
      'quickActions',
      'recent',
      'search',
      'sobjects',
      'tabs',
      'theme',
      'tooling',
      'identity',
    ]);
  });

  it.each([
    ['v30.0', 200],
    ['latest', 200],
    ['v29.0', 410],
    ['v20.0', 410],
    ['v67', 404],
    ['v68.0', 404],
    ['vNext', 404],
  ])('answers %s with %d', async (version, status) => {
    expect((await client.get(`/services/data/${version}/limits`)).status).toBe(status);
  });
});
