import { Injectable } from '@nestjs/common';
import { InjectRepository, SalesforceRepository } from 'nestjs-salesforce';
import type { CreateContactDto, FindContactsQuery, UpdateContactDto } from './contact.dto.js';
import { Contact } from './contact.entity.js';

@Injectable()
export class ContactsService {
  constructor(@InjectRepository(Contact) private readonly contacts: SalesforceRepository<Contact>) {}

  findAll({ accountId, take, skip }: FindContactsQuery) {
    return this.contacts.find({
      select: { name: true, title: true, email: true, account: { name: true } },
      where: { ...(accountId && { accountId }) },
      orderBy: [{ lastName: 'asc' }, { firstName: 'asc' }],
      take,
      skip,
    });
  }

  findOne(id: string) {
    return this.contacts.findOneOrFail({
      select: {
        firstName: true,
        lastName: true,
        title: true,
        email: true,
        phone: true,
        lastModifiedDate: true,
        account: { name: true, industry: true },
      },
      where: { id },
    });
  }

  async create(contact: CreateContactDto) {
    const { id } = await this.contacts.insert(contact);
    return this.findOne(id);
  }

  async update(id: string, changes: UpdateContactDto) {
    await this.contacts.update(id, changes);
    return this.findOne(id);
  }

  async remove(id: string): Promise<void> {
    await this.contacts.delete(id);
  }
}
