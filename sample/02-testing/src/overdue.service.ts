import { Injectable } from '@nestjs/common';
import {
  DateLiteral,
  InjectRepository,
  PartialWriteException,
  SalesforceRepository,
} from 'nestjs-salesforce';
import { Opportunity } from './opportunity.entity.js';

export interface ClosingReport {
  readonly closed: number;
  /** Names of the opportunities that could not be closed, and why. */
  readonly failed: Readonly<Record<string, string>>;
}

/** Closes what nobody has closed in time. */
@Injectable()
export class OverdueService {
  constructor(
    @InjectRepository(Opportunity) private readonly opportunities: SalesforceRepository<Opportunity>,
  ) {}

  async close(): Promise<ClosingReport> {
    const overdue = await this.opportunities.find({
      select: { name: true },
      where: { isClosed: false, closeDate: { lt: DateLiteral.today() } },
      orderBy: { name: 'asc' },
    });
    try {
      await this.opportunities.update(overdue.map(({ id }) => ({ id, stageName: 'Closed Lost' })));
      return { closed: overdue.length, failed: {} };
    } catch (error) {
      if (!(error instanceof PartialWriteException)) throw error;
      const failed = error.failures.map(({ index, exception }) => [overdue[index]?.name, exception?.message]);
      return { closed: overdue.length - failed.length, failed: Object.fromEntries(failed) };
    }
  }
}
