import { describe, expect, it } from '@jest/globals';
import { UpdateReport } from '../../../../../lib/codegen/update/report/update-report.js';

describe('UpdateReport', () => {
  it('is nothing when nothing happened', () => {
    const report = new UpdateReport();
    expect([report.summary(), report.toString(), report.entries]).toEqual([undefined, '', []]);
  });

  it('lists entries by file, in the order they came', () => {
    const report = new UpdateReport();
    report.add({
      action: 'updated',
      path: 'b.ts',
      name: 'B',
      member: 'c',
      key: 'field C',
      aspects: ['type', 'label'],
    });
    report.add({ action: 'added', path: 'a.ts', name: 'A', key: 'object A' });
    report.add({ action: 'removed', path: 'b.ts', name: 'B', member: 'a', key: 'field A' });
    report.add({
      action: 'kept',
      path: 'b.ts',
      name: 'B',
      member: 'd',
      key: 'field D',
      note: 'it was edited',
    });
    report.add({ action: 'conflict', path: 'b.ts' });
    expect(report.toString()).toBe(
      'a.ts\n  + added    A (object A)\nb.ts\n  ~ updated  B.c (field C): type, label\n  - removed  B.a (field A)\n' +
        '  = kept     B.d (field D) - it was edited\n  ! conflict the file',
    );
    expect(report.mentions('b.ts')).toBe(true);
    expect(report.mentions('c.ts')).toBe(false);
  });

  it('counts', () => {
    const report = new UpdateReport();
    for (const action of ['conflict', 'added', 'added', 'conflict', 'kept'] as const)
      report.add({ action, path: 'a.ts' });
    expect(report.summary()).toBe('2 added, 1 kept, 2 conflicts');
    expect(report.count('removed')).toBe(0);
  });
});
