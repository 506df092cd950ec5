import { describe, expect, it } from '@jest/globals';
import { nodeVersionComplaint } from '../../../lib/common/node-version.js';

describe('nodeVersionComplaint', () => {
  it.each(['22.19.0', '22.20.1', '24.0.0'])('has nothing to say about %s', (version) => {
    expect(nodeVersionComplaint(version)).toBeUndefined();
  });

  it.each(['22.18.9', '20.19.5', '18.0.0'])('names what is needed instead of %s', (version) => {
    expect(nodeVersionComplaint(version)).toBe(
      `nestjs-salesforce needs Node.js 22.19 or newer; this is ${version}.`,
    );
  });
});
