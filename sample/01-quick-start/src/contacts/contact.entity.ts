import { Field, Lookup, type Related, SObject } from 'nestjs-salesforce';
import { Account } from '../accounts/account.entity.js';
import { AuditedRecord } from '../common/audited-record.js';

@SObject()
export class Contact extends AuditedRecord {
  /** Composed by Salesforce of first and last name. */
  @Field({ readOnly: true }) readonly name!: string;
  @Field({ type: 'string' }) firstName!: string | null;
  @Field() lastName!: string;
  @Field({ type: 'string' }) title!: string | null;
  @Field({ type: 'email' }) email!: string | null;
  @Field({ type: 'phone' }) phone!: string | null;
  @Field({ type: 'reference' }) accountId!: string | null;
  @Lookup(() => Account, 'accountId') account?: Related<Account> | null;
}
