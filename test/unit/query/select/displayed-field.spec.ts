import { describe, expect, it } from '@jest/globals';
import { compileHydrator } from '../../../../lib/hydration/record-hydrator.js';
import { buildFindQuery } from '../../../../lib/query/find/find-query.builder.js';
import { printSoql } from '../../../../lib/soql/soql-printer.js';
import { metadataOf, Opportunity } from '../query-entities.js';
import { NO_CONTENT } from '../../../support/no-content.js';

const opportunity = metadataOf(Opportunity);

describe('distanceOf', () => {
  const distance = { to: { latitude: 52, longitude: 13 }, unit: 'km' };

  it('reads how far a place is', () => {
    const { query, shape } = buildFindQuery(opportunity, { select: { site: { distance } } });
    expect(printSoql(query)).toBe(
      "SELECT Id, DISTANCE(Site__c, GEOLOCATION(52, 13), 'km') Site_c_distance FROM Opportunity",
    );
    const record = { attributes: { type: 'Opportunity' }, Id: '006', Site_c_distance: 4.5 };
    expect(compileHydrator(shape)(record, NO_CONTENT)).toEqual({ id: '006', site: 4.5 });
  });

  it.each([
    [
      { account: { billingAddress: { distance } } },
      "Opportunity.account.billingAddress: the distance of a parent's place",
    ],
    [
      { site: { distance: { ...distance, lt: 5 } } },
      "Opportunity.site.distance takes no 'lt', only to, unit.",
    ],
    [{ site: { latitude: true } }, "Opportunity.site takes no 'latitude', only distance."],
    [{ site: false }, 'Opportunity.site is a field: select it with true, or leave it out.'],
  ])('refuses %p', (select, message) => {
    expect(() => buildFindQuery(opportunity, { select })).toThrow(message);
  });
});

describe('displayedField', () => {
  it('reads labels, formatted values and converted currencies', () => {
    const { query } = buildFindQuery(opportunity, {
      select: {
        stageName: 'label',
        closeDate: 'formatted',
        amount: 'converted',
        account: { annualRevenue: 'formatted' },
      },
    });
    expect(printSoql(query)).toBe(
      'SELECT Id, toLabel(StageName), FORMAT(CloseDate), convertCurrency(Amount), Account.Id, FORMAT(Account.AnnualRevenue) FROM Opportunity',
    );
  });

  it('takes a formatted value for the text it is', () => {
    const { shape } = buildFindQuery(opportunity, { select: { createdDate: 'formatted' } });
    const record = { attributes: { type: 'Opportunity' }, Id: '006', CreatedDate: '31.1.2026 10:00' };
    expect(compileHydrator(shape)(record, NO_CONTENT)).toEqual({ id: '006', createdDate: '31.1.2026 10:00' });
  });

  it.each([
    [
      { name: 'label' },
      "Opportunity.name: 'label' is for picklists, and this is a string. Select it with true.",
    ],
    [{ name: 'formatted' }, "Opportunity.name: 'formatted' is for numbers, dates and times"],
    [{ closeDate: 'converted' }, "Opportunity.closeDate: 'converted' is for currencies, and this is a date."],
    [{ name: 'shouted' }, 'Opportunity.name is a field: select it with true, or leave it out.'],
  ])('refuses %p', (select, message) => {
    expect(() => buildFindQuery(opportunity, { select })).toThrow(message);
  });
});
