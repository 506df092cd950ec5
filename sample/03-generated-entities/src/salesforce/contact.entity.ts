import { Children, Field, Lookup, type Related, SObject } from 'nestjs-salesforce';
import { Account } from './account.entity.js';
import { Audited } from './audited.entity.js';
import { Task } from './task.entity.js';

@SObject()
export class Contact extends Audited {
  @Field() accountId!: string | null;
  @Lookup(() => Account, 'accountId') account?: Related<Account> | null;
  @Field({ length: 80, nillable: false }) lastName!: string;
  @Field({ type: 'string', length: 40 }) firstName!: string | null;

  /** Full Name */
  @Field({ length: 121, readOnly: true, nillable: false, label: 'Full Name' }) readonly name!: string;

  @Field({ type: 'email' }) email!: string | null;
  @Field({ type: 'string', length: 128 }) title!: string | null;
  @Children(() => Task, 'who') tasks?: Related<Task[]>;
}
