import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Test, type TestingModule } from '@nestjs/testing';
import { getRepositoryToken, type SalesforceRepository } from 'nestjs-salesforce';
import { EmbeddedOrg, type OrgSnapshot } from 'nestjs-salesforce/embedded';
import { SalesforceTestingModule } from 'nestjs-salesforce/testing';
import { AppModule } from '../src/app.module.js';
import { Opportunity } from '../src/opportunity.entity.js';
import { OverdueService } from '../src/overdue.service.js';

const opportunity = (Name: string, CloseDate: string) => ({
  attributes: { type: 'Opportunity' },
  Name,
  CloseDate,
  StageName: 'Prospecting',
});

describe('OverdueService', () => {
  let app: TestingModule;
  let org: EmbeddedOrg;
  let seeded: OrgSnapshot;
  let overdue: OverdueService;
  let opportunities: SalesforceRepository<Opportunity>;

  beforeAll(async () => {
    app = await Test.createTestingModule({
      imports: [
        AppModule,
        SalesforceTestingModule.forRoot({
          clock: () => new Date('2026-02-01T09:00:00Z'),
          seed: {
            records: [
              opportunity('Harbour cranes', '2026-01-15'),
              opportunity('Night ferry', '2026-01-31'),
              opportunity('Solar roof', '2026-02-01'),
            ],
          },
        }),
      ],
    }).compile();
    org = app.get(EmbeddedOrg);
    overdue = app.get(OverdueService);
    opportunities = app.get(getRepositoryToken(Opportunity));
    seeded = org.snapshot();
  });
  afterEach(() => {
    seeded.restore();
    org.clock.reset();
    org.faults.clear();
    org.locks.unlockAll();
    org.requests.clear();
  });
  afterAll(() => app.close());

  it('closes what is overdue, in two calls', async () => {
    expect(await overdue.close()).toEqual({ closed: 2, failed: {} });
    org.requests.expect('GET /query');
    org.requests.expect('PATCH /composite/sobjects');
  });

  it('closes the rest when its day has passed', async () => {
    org.clock.advance({ days: 1 });
    expect(await overdue.close()).toEqual({ closed: 3, failed: {} });
    expect(await overdue.close()).toEqual({ closed: 0, failed: {} });
  });

  it('reports an opportunity that somebody else holds, and closes the others', async () => {
    const ferry = await opportunities.findOneOrFail({ where: { name: 'Night ferry' } });
    org.locks.lock(ferry.id);
    org.requests.clear();
    expect(await overdue.close()).toEqual({
      closed: 1,
      failed: { 'Night ferry': expect.stringContaining('unable to obtain exclusive access') },
    });
  });

  it('signs in again when its session has ended', async () => {
    org.faults.add({ on: 'GET /query', fault: 'expired-session', times: 1 });
    expect(await overdue.close()).toEqual({ closed: 2, failed: {} });
    expect(org.requests.lines[0]).toContain('401 INVALID_SESSION_ID (expired-session)');
  });
});
