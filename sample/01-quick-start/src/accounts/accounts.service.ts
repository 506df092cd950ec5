import { Injectable } from '@nestjs/common';
import { InjectRepository, SalesforceRepository } from 'nestjs-salesforce';
import { Account } from './account.entity.js';
import type { CreateAccountDto, FindAccountsQuery, UpdateAccountDto } from './account.dto.js';

@Injectable()
export class AccountsService {
  constructor(@InjectRepository(Account) private readonly accounts: SalesforceRepository<Account>) {}

  findAll({ search, industry, take, skip }: FindAccountsQuery) {
    return this.accounts.find({
      select: { name: true, industry: true, billingCity: true, annualRevenue: true, owner: { name: true } },
      where: {
        ...(search && { name: { contains: search } }),
        ...(industry && { industry }),
      },
      orderBy: { name: 'asc' },
      take,
      skip,
    });
  }

  findOne(id: string) {
    return this.accounts.findOneOrFail({
      select: {
        name: true,
        industry: true,
        website: true,
        phone: true,
        annualRevenue: true,
        numberOfEmployees: true,
        billingCity: true,
        billingCountry: true,
        createdDate: true,
        lastModifiedDate: true,
        owner: { name: true, email: true },
        contacts: { select: { name: true, title: true, email: true }, orderBy: { lastName: 'asc' } },
      },
      where: { id },
    });
  }

  async create(account: CreateAccountDto) {
    const { id } = await this.accounts.insert(account);
    return this.findOne(id);
  }

  async update(id: string, changes: UpdateAccountDto) {
    await this.accounts.update(id, changes);
    return this.findOne(id);
  }

  async remove(id: string): Promise<void> {
    await this.accounts.delete(id);
  }
}
