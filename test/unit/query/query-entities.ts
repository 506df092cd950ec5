import 'reflect-metadata';
import { Children } from '../../../lib/metadata/decorators/children.decorator.js';
import { Field } from '../../../lib/metadata/decorators/field.decorator.js';
import { Id } from '../../../lib/metadata/decorators/id.decorator.js';
import { Lookup } from '../../../lib/metadata/decorators/lookup.decorator.js';
import { SObject } from '../../../lib/metadata/decorators/sobject.decorator.js';
import type { EntityClass, EntityMetadata } from '../../../lib/metadata/entity-metadata.interface.js';
import { EntityMetadataStorage } from '../../../lib/metadata/entity-metadata.storage.js';
import { Polymorphic, Related } from '../../../lib/metadata/related.js';
import type { Address, Geolocation } from '../../../lib/protocol/compound-value.interface.js';
import type { DateString } from '../../../lib/protocol/date-string.js';
import type { TimeString } from '../../../lib/protocol/time-string.js';

@SObject()
export class User {
  @Id() readonly id!: string;
  @Field() name!: string;
  @Field({ type: 'email' }) email!: string | null;
  @Field() isActive!: boolean;
  @Field() managerId?: string | null;
  @Lookup(() => User, 'managerId') manager?: Related<User> | null;
}

@SObject()
export class Account {
  @Id() readonly id!: string;
  @Field() name!: string;
  @Field({ type: 'picklist' }) industry?: string | null;
  @Field({ type: 'currency' }) annualRevenue?: number | null;
  @Field({ type: 'boolean', custom: true }) isPartner!: boolean;
  @Field({ type: 'multipicklist', custom: true }) tags?: string[] | null;
  @Field({ type: 'date', custom: true }) foundedOn?: DateString | null;
  @Field({ type: 'time', custom: true }) opensAt?: TimeString | null;
  @Field({ type: 'textarea', length: 32_000 }) description?: string | null;
  @Field({ type: 'address' }) readonly billingAddress?: Address | null;
  @Field({ readOnly: true }) readonly createdDate!: Date;
  @Field() ownerId!: string;
  @Lookup(() => User, 'ownerId') owner?: Related<User>;
  @Field() parentId?: string | null;
  @Lookup(() => Account, 'parentId') parent?: Related<Account> | null;
  @Children(() => Account, 'parent') childAccounts?: Related<Account[]>;
  @Children(() => Contact, 'account') contacts?: Related<Contact[]>;
  @Children(() => Invoice, 'account') invoices?: Related<Invoice[]>;

  label(): string {
    return `Account ${this.name}`;
  }
}

@SObject()
export class Contact {
  @Id() readonly id!: string;
  @Field() lastName!: string;
  @Field({ type: 'email' }) email?: string | null;
  @Field() accountId?: string | null;
  @Lookup(() => Account, 'accountId') account?: Related<Account> | null;
  @Field({ type: 'reference' }) reportsToId?: string | null;
  @Lookup(() => Contact, 'reportsToId') reportsTo?: Related<Contact> | null;
  @Children(() => Invoice, 'contact') invoices?: Related<Invoice[]>;
}

@SObject({ custom: true })
export class Invoice {
  @Id() readonly id!: string;
  @Field({ type: 'currency', custom: true }) amount?: number | null;
  @Field({ custom: true }) accountId?: string | null;
  @Lookup(() => Account, 'accountId') account?: Related<Account> | null;
  @Field({ custom: true }) contactId?: string | null;
  @Lookup(() => Contact, 'contactId') contact?: Related<Contact> | null;
}

@SObject()
export class Opportunity {
  @Id() readonly id!: string;
  @Field() name!: string;
  @Field({ type: 'currency' }) amount?: number | null;
  @Field({ type: 'int' }) quantity?: number | null;
  @Field({ type: 'picklist' }) stageName!: string;
  @Field({ type: 'date' }) closeDate!: DateString;
  @Field() isWon!: boolean;
  @Field({ readOnly: true }) readonly createdDate!: Date;
  @Field({ type: 'location', custom: true }) site?: Geolocation | null;
  @Field() accountId?: string | null;
  @Lookup(() => Account, 'accountId') account?: Related<Account> | null;
  @Field() ownerId!: string;
  @Lookup(() => User, 'ownerId') owner?: Related<User>;
}

@SObject()
export class Task {
  @Id() readonly id!: string;
  @Field({ type: 'string' }) subject?: string | null;
  @Field({ type: 'reference' }) whatId?: string | null;
  @Lookup(() => ({ Account, Opportunity }), 'whatId')
  what?: Polymorphic<{ Account: Account; Opportunity: Opportunity }> | null;
  @Field({ type: 'reference' }) whoId?: string | null;
  @Lookup(() => Contact, 'whoId') contact?: Related<Contact> | null;
  @Lookup(() => Lead, 'whoId') lead?: Related<Lead> | null;
}

@SObject()
export class Lead {
  @Id() readonly id!: string;
  @Field() lastName!: string;
  @Field() company!: string;
}

/** Metadata of one of the entities, from a storage of its own. */
export function metadataOf(entity: EntityClass): EntityMetadata {
  return new EntityMetadataStorage().register(entity);
}
