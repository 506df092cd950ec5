import { describe, expect, it } from '@jest/globals';
import type {
  DriftFinding,
  DriftReport,
  DriftSeverity,
} from '../../../../lib/schema/drift/drift-report.interface.js';
import { driftCounts, driftText, isAtLeast } from '../../../../lib/schema/drift/drift-text.js';

const finding = (severity: DriftSeverity): DriftFinding => ({
  severity,
  code: 'type',
  entity: 'Boat',
  object: 'Boat__c',
  message: `Boat.tier (Tier__c) is an ${severity}.`,
  fix: 'Change it.',
});

const report = (error: number, warning: number, info: number): DriftReport => ({
  entities: 1,
  findings: [finding('error'), finding('warning'), finding('info')],
  counts: { error, warning, info },
});

describe('isAtLeast', () => {
  it.each<[DriftSeverity, DriftSeverity, boolean]>([
    ['error', 'error', true],
    ['error', 'warning', false],
    ['warning', 'error', true],
    ['info', 'info', true],
    ['warning', 'info', false],
  ])('of %s and a finding of %s is %p', (least, severity, expected) => {
    expect(isAtLeast(least, { severity })).toBe(expected);
  });
});

describe('driftText', () => {
  it('is a line a finding that is grave enough', () => {
    expect(driftText(report(1, 1, 1), 'warning')).toBe(
      'error: Boat.tier (Tier__c) is an error. Change it.\nwarning: Boat.tier (Tier__c) is an warning. Change it.',
    );
  });
});

describe('driftCounts', () => {
  it.each([
    [0, 0, 0, 'no differences'],
    [1, 0, 0, '1 error'],
    [2, 1, 0, '2 errors, 1 warning'],
    [0, 2, 3, '2 warnings, 3 info'],
  ])('of %d, %d and %d is %p', (error, warning, info, text) => {
    expect(driftCounts(report(error, warning, info))).toBe(text);
  });
});
