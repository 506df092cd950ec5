import { Children, Field, Lookup, type Related, SObject } from 'nestjs-salesforce';
import { Account } from './account.entity.js';
import { Audited } from './audited.entity.js';
import { CasePriority, CaseStatus } from './case.picklists.js';
import { Task } from './task.entity.js';
import { Turbine } from './turbine.entity.js';

@SObject()
export class Case extends Audited {
  @Field({ length: 30, nameField: true, autoNumber: true }) readonly caseNumber!: string;
  @Field() accountId!: string | null;
  @Lookup(() => Account, 'accountId') account?: Related<Account> | null;
  @Field({ picklist: CaseStatus, restricted: false, defaultValue: 'New' }) status!: CaseStatus | null;
  @Field({ type: 'string' }) subject!: string | null;

  @Field({ picklist: CasePriority, restricted: false, defaultValue: 'Medium' })
  priority!: CasePriority | null;

  @Field({ readOnly: true, label: 'Closed' }) readonly isClosed!: boolean;
  @Field({ custom: true }) turbineId!: string | null;
  @Lookup(() => Turbine, 'turbineId') turbine?: Related<Turbine> | null;
  @Children(() => Task, 'what') tasks?: Related<Task[]>;
}
