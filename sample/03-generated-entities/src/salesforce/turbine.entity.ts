import {
  Children,
  type DateString,
  Field,
  Lookup,
  type Polymorphic,
  type Related,
  SObject,
} from 'nestjs-salesforce';
import { Account } from './account.entity.js';
import { Audited } from './audited.entity.js';
import { Case } from './case.entity.js';
import { Task } from './task.entity.js';
import { TurbineStatus } from './turbine.picklists.js';
import { User } from './user.entity.js';

@SObject({ custom: true })
export class Turbine extends Audited {
  @Field() ownerId!: string;
  @Lookup(() => ({ User }), 'ownerId') owner?: Polymorphic<{ User: User }> | null;
  @Field({ type: 'string', defaultedOnCreate: true, label: 'Turbine Name' }) name!: string | null;

  /** The company that runs the turbine and pays for its service. */
  @Field({
    custom: true,
    nillable: false,
    help: 'The company that runs the turbine and pays for its service.',
  })
  operatorId!: string;
  @Lookup(() => Account, 'operatorId') operator?: Related<Account>;

  @Field({
    apiName: 'Serial_Number__c',
    length: 20,
    externalId: true,
    unique: true,
    caseSensitive: true,
    nillable: false,
  })
  serialNumber!: string;

  @Field({ custom: true, picklist: TurbineStatus, nillable: false, defaultValue: 'running' })
  status!: TurbineStatus;

  /**
   * Rated Power (MW)
   *
   * What the turbine yields at full wind, in megawatts.
   */
  @Field({
    apiName: 'Rated_Power__c',
    type: 'double',
    precision: 5,
    label: 'Rated Power (MW)',
    help: 'What the turbine yields at full wind, in megawatts.',
  })
  megawatts!: number | null;

  @Field({ custom: true, type: 'date' }) commissioned!: DateString | null;
  @Children(() => Case, 'turbine') cases?: Related<Case[]>;
  @Children(() => Task, 'what') tasks?: Related<Task[]>;

  /** Full years since it was commissioned. */
  yearsInService(today: Date): number {
    if (this.commissioned === null) return 0;
    const day = today.toISOString().slice(0, 10);
    const years = Number(day.slice(0, 4)) - Number(this.commissioned.slice(0, 4));
    return day.slice(5) < this.commissioned.slice(5) ? years - 1 : years;
  }
}
