import { describe, expect, it } from '@jest/globals';
import type { EntityMetadata } from '../../../../lib/metadata/entity-metadata.interface.js';
import { driftFinding } from '../../../../lib/schema/drift/drift-finding.js';

class Boat {}

const boat = { target: Boat, apiName: 'Boat__c' } as unknown as EntityMetadata;
const finding = { severity: 'info', code: 'type', message: 'differs.', fix: 'Change it.' } as const;

describe('driftFinding', () => {
  it('says whom a finding is about', () => {
    expect(driftFinding(boat, { property: 'tier', apiName: 'Tier__c' }, finding)).toEqual({
      severity: 'info',
      code: 'type',
      entity: 'Boat',
      object: 'Boat__c',
      property: 'tier',
      field: 'Tier__c',
      message: 'Boat.tier (Tier__c) differs.',
      fix: 'Change it.',
    });
  });

  it('says so of relations and of a whole entity', () => {
    expect(driftFinding(boat, { property: 'owner' }, finding).message).toBe('Boat.owner differs.');
    expect(driftFinding(boat, {}, finding)).toEqual({
      severity: 'info',
      code: 'type',
      entity: 'Boat',
      object: 'Boat__c',
      message: 'Boat differs.',
      fix: 'Change it.',
    });
  });
});
