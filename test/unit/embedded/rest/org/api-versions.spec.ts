import { describe, expect, it } from '@jest/globals';
import { API_VERSIONS, versionState } from '../../../../../lib/embedded/rest/org/api-versions.js';

describe('API_VERSIONS', () => {
  it.each([
    ['30.0', "Spring '14"],
    ['31.0', "Summer '14"],
    ['32.0', "Winter '15"],
    ['33.0', "Spring '15"],
    ['34.0', "Summer '15"],
    ['40.0', "Summer '17"],
    ['41.0', "Winter '18"],
    ['42.0', 'Spring ’18'],
    ['43.0', "Summer '18"],
    ['50.0', "Winter '21"],
    ['67.0', "Summer '26"],
  ])('has %s as %s', (version, label) => {
    expect(API_VERSIONS).toContainEqual({ label, url: `/services/data/v${version}`, version });
  });

  it('begins with 30.0 and ends with 67.0', () => {
    expect([API_VERSIONS[0]?.version, API_VERSIONS.at(-1)?.version, API_VERSIONS.length]).toEqual([
      '30.0',
      '67.0',
      38,
    ]);
  });
});

describe('versionState', () => {
  it.each([
    ['30.0', 'supported'],
    ['67.0', 'supported'],
    ['29.0', 'retired'],
    ['20.0', 'retired'],
    ['7.0', 'retired'],
    ['6.0', 'unknown'],
    ['68.0', 'unknown'],
    ['50.5', 'unknown'],
  ])('says that %s is %s', (version, state) => {
    expect(versionState(version)).toBe(state);
  });
});
