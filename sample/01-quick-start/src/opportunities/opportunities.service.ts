import { Injectable } from '@nestjs/common';
import {
  InjectConnection,
  InjectRepository,
  SalesforceConnection,
  SalesforceRepository,
} from 'nestjs-salesforce';
import type {
  CreateOpportunityDto,
  FindOpportunitiesQuery,
  PipelineStageDto,
  UpdateOpportunityDto,
} from './opportunity.dto.js';
import { Opportunity } from './opportunity.entity.js';

@Injectable()
export class OpportunitiesService {
  constructor(
    @InjectRepository(Opportunity) private readonly opportunities: SalesforceRepository<Opportunity>,
    @InjectConnection() private readonly salesforce: SalesforceConnection,
  ) {}

  findAll({ accountId, stage, take, skip }: FindOpportunitiesQuery) {
    return this.opportunities.find({
      select: { name: true, stageName: true, amount: true, closeDate: true, account: { name: true } },
      where: { ...(accountId && { accountId }), ...(stage && { stageName: stage }) },
      orderBy: [{ closeDate: 'asc' }, { name: 'asc' }],
      take,
      skip,
    });
  }

  findOne(id: string) {
    return this.opportunities.findOneOrFail({
      select: {
        name: true,
        stageName: true,
        amount: true,
        closeDate: true,
        isClosed: true,
        lastModifiedDate: true,
        account: { name: true, owner: { name: true } },
      },
      where: { id },
    });
  }

  /** What is open, by stage, the most valuable stage first. */
  async pipeline(): Promise<PipelineStageDto[]> {
    const rows = await this.salesforce.soql<PipelineStageDto>`
      SELECT StageName stage, COUNT(Id) deals, SUM(Amount) amount
      FROM Opportunity
      WHERE IsClosed = ${false}
      GROUP BY StageName
      ORDER BY SUM(Amount) DESC NULLS LAST`;
    return rows.map(({ stage, deals, amount }) => ({ stage, deals, amount }));
  }

  async create(opportunity: CreateOpportunityDto) {
    const { id } = await this.opportunities.insert(opportunity);
    return this.findOne(id);
  }

  async update(id: string, changes: UpdateOpportunityDto) {
    await this.opportunities.update(id, changes);
    return this.findOne(id);
  }

  async remove(id: string): Promise<void> {
    await this.opportunities.delete(id);
  }
}
