import { Children, Field, type Related, SObject } from 'nestjs-salesforce';
import { AccountIndustry, AccountServiceLevel } from './account.picklists.js';
import { Audited } from './audited.entity.js';
import { Case } from './case.entity.js';
import { Contact } from './contact.entity.js';
import { Task } from './task.entity.js';
import { Turbine } from './turbine.entity.js';

@SObject()
export class Account extends Audited {
  @Field({ length: 255, nillable: false, label: 'Account Name' }) name!: string;
  @Field({ type: 'string', length: 40 }) billingCity!: string | null;
  @Field({ type: 'string', length: 80 }) billingCountry!: string | null;
  @Field({ type: 'phone', label: 'Account Phone' }) phone!: string | null;
  @Field({ picklist: AccountIndustry, restricted: false }) industry!: AccountIndustry | null;

  @Field({ apiName: 'Service_Level__c', picklist: AccountServiceLevel })
  serviceLevel!: AccountServiceLevel | null;

  @Children(() => Case, 'account') cases?: Related<Case[]>;
  @Children(() => Contact, 'account') contacts?: Related<Contact[]>;
  @Children(() => Task, 'what') tasks?: Related<Task[]>;
  @Children(() => Turbine, 'operator') turbines?: Related<Turbine[]>;
}
