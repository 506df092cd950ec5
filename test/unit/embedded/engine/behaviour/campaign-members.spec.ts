import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createRecordEngine, type RecordEngine } from '../../../../support/record-engine.js';
import { refusalOf } from '../../../../support/refusal.js';

describe('CampaignMembers', () => {
  let engine: RecordEngine;
  let [campaign, contact] = ['', ''];

  const insert = (sobject: string, values: Record<string, unknown>): string =>
    engine.records.insert(engine.object(sobject), values, engine.user);

  beforeEach(() => {
    engine = createRecordEngine();
    campaign = insert('Campaign', { Name: 'Spring fair' });
    contact = insert('Contact', { LastName: 'Lovelace' });
  });
  afterEach(() => engine.database.close());

  it('refuse who is a member already', () => {
    insert('CampaignMember', { CampaignId: campaign, ContactId: contact });
    expect(
      refusalOf(() => insert('CampaignMember', { CampaignId: campaign, ContactId: contact })),
    ).toMatchObject({
      errorCode: 'DUPLICATE_VALUE',
      message: 'Already a campaign member.',
      options: { fields: [] },
    });
  });

  it('take the same person in another campaign, and other people in the same one', () => {
    insert('CampaignMember', { CampaignId: campaign, ContactId: contact });
    const other = insert('Campaign', { Name: 'Autumn fair' });
    const lead = insert('Lead', { LastName: 'Somerville', Company: 'Self' });
    expect(insert('CampaignMember', { CampaignId: other, ContactId: contact })).toMatch(/^00v/);
    expect(insert('CampaignMember', { CampaignId: campaign, LeadId: lead })).toMatch(/^00v/);
  });

  it('take somebody again who was removed', () => {
    const member = insert('CampaignMember', { CampaignId: campaign, ContactId: contact });
    engine.records.delete(engine.object('CampaignMember'), member, engine.user);
    expect(insert('CampaignMember', { CampaignId: campaign, ContactId: contact })).toMatch(/^00v/);
  });
});
