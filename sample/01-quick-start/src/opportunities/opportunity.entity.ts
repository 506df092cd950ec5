import { DateString, Field, Lookup, type Related, SObject } from 'nestjs-salesforce';
import { Account } from '../accounts/account.entity.js';
import { AuditedRecord } from '../common/audited-record.js';

@SObject()
export class Opportunity extends AuditedRecord {
  @Field() name!: string;
  @Field({ type: 'picklist' }) stageName!: string;
  @Field({ type: 'currency' }) amount!: number | null;
  @Field({ type: 'date' }) closeDate!: DateString;
  @Field({ readOnly: true }) readonly isClosed!: boolean;
  @Field({ type: 'reference' }) accountId!: string | null;
  @Lookup(() => Account, 'accountId') account?: Related<Account> | null;
}
