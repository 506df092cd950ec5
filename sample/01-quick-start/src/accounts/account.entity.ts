import { Children, Field, Lookup, type Related, SObject } from 'nestjs-salesforce';
import { AuditedRecord } from '../common/audited-record.js';
import { Contact } from '../contacts/contact.entity.js';
import { Opportunity } from '../opportunities/opportunity.entity.js';
import { User } from '../users/user.entity.js';

@SObject()
export class Account extends AuditedRecord {
  @Field() name!: string;
  @Field({ type: 'picklist' }) industry!: string | null;
  @Field({ type: 'url' }) website!: string | null;
  @Field({ type: 'phone' }) phone!: string | null;
  @Field({ type: 'currency' }) annualRevenue!: number | null;
  @Field({ type: 'int' }) numberOfEmployees!: number | null;
  @Field({ type: 'string' }) billingCity!: string | null;
  @Field({ type: 'string' }) billingCountry!: string | null;
  @Field() ownerId!: string;
  @Lookup(() => User, 'ownerId') owner?: Related<User>;
  @Children(() => Contact, 'account') contacts?: Related<Contact[]>;
  @Children(() => Opportunity, 'account') opportunities?: Related<Opportunity[]>;
}
