import { describe, expect, it } from '@jest/globals';
import { API_VERSIONS, versionState } from '../../../../lib/embedded/rest/api-versions.js';

describe('API_VERSIONS', () => {
  it.each([
    ['31.0', "Summer '14"],
    ['32.0', "Winter '15"],
    ['33.0', "Spring '15"],
    ['34.0', "Summer '15"],
    ['40.0', "Summer '17"],
    ['50.0', "Winter '21"],
    ['67.0', "Summer '26"],
  ])('has %s as %s', (version, label) => {
    expect(API_VERSIONS).toContainEqual({ label, url: `/services/data/v${version}`, version });
  });

  it('begins with 31.0 and ends with 67.0', () => {
    expect([API_VERSIONS[0]?.version, API_VERSIONS.at(-1)?.version, API_VERSIONS.length]).toEqual([
      '31.0',
      '67.0',
      37,
    ]);
  });
});

describe('versionState', () => {
  it.each([
    ['31.0', 'supported'],
    ['67.0', 'supported'],
    ['30.0', 'retired'],
    ['68.0', 'unknown'],
    ['50.5', 'unknown'],
    ['19.0', 'unknown'],
  ])('says that %s is %s', (version, state) => {
    expect(versionState(version)).toBe(state);
  });
});
