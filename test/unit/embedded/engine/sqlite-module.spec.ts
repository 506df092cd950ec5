import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';

const MODULE = new URL('../../../../lib/embedded/engine/sqlite-module.ts', import.meta.url);

/** Loads SQLite in a process of its own: Node warns once a process, and this one may have been warned. */
function warningsOf(script: string): string {
  const { stderr, status } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] },
  });
  expect(status).toBe(0);
  return stderr;
}

describe('sqlite-module', () => {
  it('holds back the warning that SQLite is experimental, and no other', () => {
    const script = `
      const { DatabaseSync } = await import('${MODULE.href}');
      new DatabaseSync(':memory:').close();
      process.emitWarning('Something else', 'ExperimentalWarning');
    `;
    const warnings = warningsOf(script);
    expect(warnings).not.toContain('SQLite');
    expect(warnings).toContain('ExperimentalWarning: Something else');
  });
});
