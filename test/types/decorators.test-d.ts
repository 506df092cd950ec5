import { Children } from '../../lib/metadata/decorators/children.decorator.js';
import { Field } from '../../lib/metadata/decorators/field.decorator.js';
import { Id } from '../../lib/metadata/decorators/id.decorator.js';
import { Lookup } from '../../lib/metadata/decorators/lookup.decorator.js';
import { MasterDetail } from '../../lib/metadata/decorators/master-detail.decorator.js';
import { SObject } from '../../lib/metadata/decorators/sobject.decorator.js';
import type { EntityClass } from '../../lib/metadata/entity-metadata.interface.js';
import type { Polymorphic, Related } from '../../lib/metadata/related.js';
import { Binary } from '../../lib/protocol/binary.js';
import type { Address, Geolocation } from '../../lib/protocol/compound-value.interface.js';
import { DateString } from '../../lib/protocol/date-string.js';
import type { FieldType } from '../../lib/protocol/field-type.type.js';
import { TimeString } from '../../lib/protocol/time-string.js';

enum Stage {
  Open = 'Open',
  Closed = 'Closed',
}

class Shop implements Geolocation {
  readonly latitude = 0;
  readonly longitude = 0;
}

@SObject()
export class User {
  @Id() readonly Id!: string;
}

@SObject('Account')
export abstract class Account {
  @Id() readonly id!: string;
  @Field() ownerId!: string;
  @Field() parentId?: string | null;
  @Field() employees!: number;

  @Lookup(() => User, 'ownerId') owner?: Related<User>;
  @Lookup(() => Account, 'parentId') parent!: Related<Account> | null;
  @Lookup(() => User, 'ownerId', { relationshipName: 'Owner' }) readonly keeper?: User | null;
  @MasterDetail(() => User, 'ownerId') master?: Related<User>;
  @Lookup(() => ({ User, Account }), 'ownerId') any?: Polymorphic<{ User: User; Account: Account }> | null;
  @Children(() => Account, 'parent') children?: Related<Account[]>;
  @Children(() => Account, 'parent', { relationshipName: 'ChildAccounts' }) readonly more!:
    readonly Account[] | null;

  // @ts-expect-error -- no such foreign key
  @Lookup(() => User, 'ownrId') typo?: Related<User>;
  // @ts-expect-error -- a foreign key is a text
  @Lookup(() => User, 'employees') employee?: Related<User>;
  // @ts-expect-error the property lacks one of the targets
  @Lookup(() => ({ User, Account }), 'ownerId') some?: Polymorphic<{ User: User }>;
  // @ts-expect-error several targets are no single one
  @Lookup(() => ({ User, Account }), 'ownerId') one?: Related<User>;
  // @ts-expect-error -- the property is of another entity
  @Lookup(() => User, 'ownerId') other?: Related<Account>;
  // @ts-expect-error -- a lookup has one parent
  @Lookup(() => User, 'ownerId') owners?: Related<User[]>;
  // @ts-expect-error -- no such option
  @Lookup(() => User, 'ownerId', { relationName: 'Owner' }) unknownOption?: Related<User>;
  // @ts-expect-error -- a class where a function is wanted
  @Lookup(User, 'ownerId') eager?: Related<User>;
  // @ts-expect-error -- no such foreign key
  @MasterDetail(() => User, 'mastrId') typedMaster?: Related<User>;
  // @ts-expect-error -- the property is of another entity
  @MasterDetail(() => User, 'ownerId') otherMaster?: Related<Account>;
  // @ts-expect-error -- the target has no such property
  @Children(() => Account, 'parnt') typedChildren?: Related<Account[]>;
  // @ts-expect-error -- children are many
  @Children(() => Account, 'parent') child?: Related<Account>;
  // @ts-expect-error -- the property is of another entity
  @Children(() => Account, 'parent') users?: Related<User[]>;
  // @ts-expect-error -- relations are instance properties
  @Lookup(() => User, 'ownerId') static shared?: User;
  // @ts-expect-error -- a method is no relation
  @Children(() => Account, 'parent') list(): void {}
}

export class Ids {
  // @ts-expect-error -- an id is called id or Id
  @Id() recordId!: string;
  // @ts-expect-error -- an id is a text
  @Id() id!: number;
}

/** Without `type`: what decorator metadata can name, and what the builder decides. */
export class Untyped {
  @Field() text!: string;
  @Field() optional?: string;
  @Field() nullable?: string | null;
  @Field() readonly fixed!: string;
  @Field() number!: number;
  @Field() boolean!: boolean;
  @Field() date!: Date;
  @Field() content!: Binary;
  @Field() nullableContent!: Binary | null;
  @Field() picklist!: 'Hot' | 'Cold' | null;
  @Field() stage?: Stage;
  @Field({ picklist: ['Hot', 'Cold'] }) rating!: 'Hot' | 'Cold';
  // oxlint-disable-next-line typescript/no-explicit-any -- what `any` does is the point
  @Field() anything!: any;
  @Field() unknown!: unknown;
  @Field() private readonly hidden!: string;
  show = (): string => this.hidden;

  // @ts-expect-error -- needs type: 'date'
  @Field() day!: DateString;
  // @ts-expect-error -- needs type: 'date'
  @Field() nullableDay?: DateString | null;
  // @ts-expect-error -- needs type: 'date'
  @Field({ custom: true, label: 'Day' }) labelledDay!: DateString;
  // @ts-expect-error -- needs type: 'time'
  @Field() time!: TimeString;
  // @ts-expect-error -- needs type: 'multipicklist'
  @Field() list!: string[];
  // @ts-expect-error -- needs type: 'multipicklist'
  @Field() picklists!: readonly ('A' | 'B')[] | null;
  // @ts-expect-error -- needs type: 'address'
  @Field() readonly address!: Address | null;
  // @ts-expect-error -- needs type: 'location'
  @Field() readonly location?: Geolocation;
  // @ts-expect-error -- no one type
  @Field() mixed!: string | number;
  // @ts-expect-error -- a relation
  @Field() owner?: Related<User>;
  // @ts-expect-error -- fields are instance properties
  @Field() static shared: string;
  // @ts-expect-error -- a method is no field
  @Field() method(): void {}
  // @ts-expect-error -- an accessor is no field
  @Field() get accessor(): string {
    return '';
  }
}

export class Typed {
  @Field({ type: 'string' }) text!: string | null;
  @Field({ type: 'picklist' }) picklist?: 'Hot' | 'Cold' | null;
  @Field({ type: 'picklist' }) stage!: Stage;
  @Field({ type: 'reference' }) readonly reference!: string;
  @Field({ type: 'base64' }) body!: Binary;
  @Field({ type: 'base64' }) readonly nullableBody?: Binary | null;
  @Field({ type: 'boolean' }) boolean!: boolean;
  @Field({ type: 'double' }) double?: number | null;
  @Field({ type: 'int' }) stars!: 1 | 2 | 3;
  @Field({ type: 'date' }) date!: DateString | null;
  @Field({ type: 'datetime' }) datetime?: Date;
  @Field({ type: 'time' }) time!: TimeString;
  @Field({ type: 'multipicklist' }) list!: string[] | null;
  @Field({ type: 'multipicklist' }) picklists!: readonly ('A' | 'B')[];
  @Field({ type: 'address' }) readonly address!: Address | null;
  @Field({ type: 'location' }) readonly location?: Geolocation;
  @Field({ type: 'location' }) readonly shop?: Shop;
  @Field({ type: 'anyType' }) whatever!: { readonly free: true };
  // oxlint-disable-next-line typescript/no-explicit-any -- what `any` does is the point
  @Field({ type: 'date' }) anything!: any;
  @Field({ type: 'date' }) unknown!: unknown;
  @Field({ type: 'date' }) private readonly hidden!: DateString;
  @Field({ type: 'date' as FieldType }) computed!: string;
  show = (): string => this.hidden;

  // @ts-expect-error -- a Binary is wanted
  @Field({ type: 'base64' }) text64!: string;
  // @ts-expect-error -- a Binary is wanted, which bytes are not
  @Field({ type: 'base64' }) bytes!: Uint8Array;
  // @ts-expect-error -- a text is wanted
  @Field({ type: 'string' }) content!: Binary;
  // @ts-expect-error -- a boolean is wanted
  @Field({ type: 'boolean' }) flag!: string;
  // @ts-expect-error -- a DateString is wanted
  @Field({ type: 'date' }) instant!: Date;
  // @ts-expect-error -- a DateString is wanted
  @Field({ type: 'date' }) looseDate!: string;
  // @ts-expect-error -- a Date is wanted
  @Field({ type: 'datetime' }) day!: DateString;
  // @ts-expect-error -- a number is wanted
  @Field({ type: 'currency' }) amount?: string | null;
  // @ts-expect-error -- a text is wanted
  @Field({ type: 'picklist' }) level!: number;
  // @ts-expect-error -- a list is wanted
  @Field({ type: 'multipicklist' }) single!: string;
  // @ts-expect-error -- an Address is wanted
  @Field({ type: 'address' }) street!: string;
  // @ts-expect-error -- a text or nothing, not a number
  @Field({ type: 'string' }) mixed!: string | number;
  // @ts-expect-error -- fields are instance properties
  @Field({ type: 'string' }) static shared: string;
  // @ts-expect-error -- an accessor is no field
  @Field({ type: 'string' }) get accessor(): string {
    return '';
  }
  // @ts-expect-error -- no such type
  @Field({ type: 'text' }) unknownType!: string;
  // @ts-expect-error -- no such option
  @Field({ type: 'string', lenght: 3 }) unknownOption!: string;
}

export abstract class Generic<Status extends string, Value> {
  @Field({ type: 'picklist' }) status!: Status;
  @Field({ type: 'picklist' }) previous?: Status | null;
  @Field({ type: 'datetime' }) changed!: Date;
  @Field() name!: string;

  // @ts-expect-error -- a text is wanted
  @Field({ type: 'double' }) wrong!: Status;
  // @ts-expect-error -- the type parameter can be anything
  @Field({ type: 'string' }) value!: Value;
}

export class Concrete extends Generic<'A' | 'B', number> {
  @Field({ type: 'picklist' }) declare status: 'A';
}

export function Audited<Base extends EntityClass>(base: Base) {
  abstract class AuditedEntity extends base {
    @Field() readonly createdDate!: Date;
    @Field() readonly createdById!: string;
    @Lookup(() => User, 'createdById') createdBy?: Related<User>;
    // @ts-expect-error -- needs type: 'date'
    @Field() readonly lastActivityDate!: DateString | null;
    // @ts-expect-error -- a boolean is wanted
    @Field({ type: 'boolean' }) isDeleted!: string;
  }
  return AuditedEntity;
}

export class AuditedUser extends Audited(User) {
  @Lookup(() => User, 'createdById') creator?: Related<User>;
}

// @ts-expect-error -- no such option
@SObject({ name: 'Account' })
export class UnknownOption {}
