import { type DateString, Field, Lookup, type Polymorphic, SObject } from 'nestjs-salesforce';
import { Account } from './account.entity.js';
import { Audited } from './audited.entity.js';
import { Case } from './case.entity.js';
import { Contact } from './contact.entity.js';
import { TaskStatus, TaskSubject } from './task.picklists.js';
import { Turbine } from './turbine.entity.js';

@SObject()
export class Task extends Audited {
  /** Name ID */
  @Field({ label: 'Name ID' }) whoId!: string | null;
  @Lookup(() => ({ Contact }), 'whoId') who?: Polymorphic<{ Contact: Contact }> | null;

  /** Related To ID */
  @Field({ label: 'Related To ID' }) whatId!: string | null;
  @Lookup(() => ({ Account, Case, Turbine }), 'whatId')
  what?: Polymorphic<{ Account: Account; Case: Case; Turbine: Turbine }> | null;

  @Field({ type: 'combobox', picklist: TaskSubject, nameField: true }) subject!: TaskSubject | null;

  /** Due Date Only */
  @Field({ type: 'date', label: 'Due Date Only' }) activityDate!: DateString | null;

  @Field({ picklist: TaskStatus, restricted: false, nillable: false, defaultValue: 'Not Started' })
  status!: TaskStatus;

  @Field({ readOnly: true, label: 'Closed' }) readonly isClosed!: boolean;
}
