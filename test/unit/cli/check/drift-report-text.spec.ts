import { describe, expect, it } from '@jest/globals';
import { driftReportText } from '../../../../lib/cli/check/drift-report-text.js';
import type { DriftFinding } from '../../../../lib/schema/drift/drift-report.interface.js';

const finding = (severity: DriftFinding['severity'], entity: string): DriftFinding => ({
  severity,
  code: 'type',
  entity,
  object: `${entity}__c`,
  message: `${entity}.tier (Tier__c) differs.`,
  fix: 'Change it.',
});

describe('driftReportText', () => {
  it('puts the findings of an entity together, and what to do below them', () => {
    const findings = [finding('error', 'Boat'), finding('warning', 'Berth'), finding('info', 'Boat')];
    expect(driftReportText({ entities: 3, findings, counts: { error: 1, warning: 1, info: 1 } }, 'org.gz'))
      .toBe(`\
Boat
  error    Boat.tier (Tier__c) differs.
  info     Boat.tier (Tier__c) differs.
           Change it.

Berth
  warning  Berth.tier (Tier__c) differs.
           Change it.

3 entities compared with org.gz: 1 error, 1 warning, 1 info.`);
  });

  it('says that there is nothing to say', () => {
    expect(
      driftReportText({ entities: 1, findings: [], counts: { error: 0, warning: 0, info: 0 } }, 'org.gz'),
    ).toBe('1 entity compared with org.gz: no differences.');
  });
});
