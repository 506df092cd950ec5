import { describe, expect, it } from '@jest/globals';
import { defineConfig } from '../../../lib/config/define-config.js';

describe('defineConfig', () => {
  it('gives back what it is given', () => {
    const config = { orgs: { default: 'sf:development' }, entities: ['src/**/*.entity.ts'] };
    expect(defineConfig(config)).toBe(config);
  });
});
