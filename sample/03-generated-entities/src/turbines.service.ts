import { Injectable } from '@nestjs/common';
import { InjectRepository, SalesforceRepository } from 'nestjs-salesforce';
import { Case, Turbine } from './salesforce/index.js';
import type { FindTurbinesQuery, OpenCaseDto } from './turbine.dto.js';

const YEARS_TO_OVERHAUL = 10;

@Injectable()
export class TurbinesService {
  constructor(
    @InjectRepository(Turbine) private readonly turbines: SalesforceRepository<Turbine>,
    @InjectRepository(Case) private readonly cases: SalesforceRepository<Case>,
  ) {}

  findAll({ status }: FindTurbinesQuery) {
    return this.turbines.find({
      select: { name: true, status: true, megawatts: true, operator: { name: true } },
      where: { ...(status && { status }) },
      orderBy: { name: 'asc' },
    });
  }

  findOne(id: string) {
    return this.turbines.findOneOrFail({
      select: {
        name: true,
        status: true,
        megawatts: true,
        commissioned: true,
        owner: { User: { name: true } },
        operator: { name: true, phone: true, serviceLevel: true },
        cases: {
          select: { caseNumber: true, subject: true, priority: true },
          where: { isClosed: false },
          orderBy: { caseNumber: 'asc' },
        },
      },
      where: { id },
    });
  }

  /** What runs long enough to be taken apart, the oldest first. */
  async findDueForOverhaul(today = new Date()) {
    const running = await this.turbines.find({
      where: { status: 'running' },
      orderBy: { commissioned: 'asc' },
    });
    return running.filter((turbine) => turbine.yearsInService(today) >= YEARS_TO_OVERHAUL);
  }

  /** The statuses as users see them: labels come from the org, where administrators translate and change them. */
  async findStatuses() {
    const { choices } = await this.turbines.picklist('status');
    return choices.map(({ value, label }) => ({ value, label }));
  }

  /** Opens a case for the company that runs the turbine. */
  async openCase(id: string, { subject, priority }: OpenCaseDto) {
    const { operatorId } = await this.turbines.findOneOrFail({ select: { operatorId: true }, where: { id } });
    const opened = await this.cases.insert({ subject, priority, turbineId: id, accountId: operatorId });
    return this.cases.findOneOrFail({
      select: { caseNumber: true, subject: true, status: true, priority: true, account: { name: true } },
      where: { id: opened.id },
    });
  }
}
