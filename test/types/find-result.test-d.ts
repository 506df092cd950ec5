import { expectTypeOf } from 'expect-type';

import type { FindOptions } from '../../lib/query/find/find-options.interface.js';
import type { Select } from '../../lib/query/select/select.type.js';
import type { Loaded, Selected } from '../../lib/query/select/selected.type.js';
import type { Address, Geolocation } from '../../lib/protocol/compound-value.interface.js';
import type { DateString } from '../../lib/protocol/date-string.js';
import type { TimeString } from '../../lib/protocol/time-string.js';
import type { Account, Contact, Stop } from './entities.js';

declare function find<const S extends Select<Account> | undefined = undefined>(
  options?: FindOptions<Account, S>,
): Selected<Account, S>;

// Without a selection: all scalar fields, nothing optional, nullable as declared, and the methods.
interface LoadedAccount {
  readonly id: string;
  readonly createdDate: Date;
  name: string;
  industry: 'Energy' | 'Banking' | null;
  annualRevenue: number | null;
  isPartner: boolean;
  tags: ('A' | 'B' | 'C')[] | null;
  foundedOn: DateString | null;
  opensAt: TimeString | null;
  readonly billingAddress: Address | null;
  site: Geolocation | null;
  payload: unknown;
  ownerId: string;
  label: () => string;
}
expectTypeOf(find()).branded.toEqualTypeOf<LoadedAccount>();
expectTypeOf(find({ where: { name: 'x' } })).branded.toEqualTypeOf<LoadedAccount>();
expectTypeOf<Loaded<Account>>().branded.toEqualTypeOf<LoadedAccount>();
expectTypeOf(find()).toExtend<Account>();

// Exactly what was selected, the id with it, read-only where the entity says so.
expectTypeOf(find({ select: { name: true, createdDate: true } })).toEqualTypeOf<{
  readonly id: string;
  readonly createdDate: Date;
  name: string;
}>();
expectTypeOf(find({ select: { industry: true } }).industry).toEqualTypeOf<'Energy' | 'Banking' | null>();

// As users see it: labels and formatted values are texts, whatever the field holds.
expectTypeOf(
  find({
    select: { industry: 'label', tags: 'label', annualRevenue: 'formatted', createdDate: 'formatted' },
  }),
).toEqualTypeOf<{
  readonly id: string;
  industry: string | null;
  tags: string[] | null;
  annualRevenue: string | null;
  readonly createdDate: string;
}>();
expectTypeOf(find({ select: { annualRevenue: 'converted' } }).annualRevenue).toEqualTypeOf<number | null>();

// Of a place, how far it is.
const far = { to: { latitude: 52, longitude: 13 }, unit: 'km' } as const;
expectTypeOf(find({ select: { site: { distance: far } } }).site).toEqualTypeOf<number | null>();

// @ts-expect-error not selected
void find({ select: { name: true } }).industry;
// @ts-expect-error not selected
void find({ select: { name: true } }).label();
// @ts-expect-error relations are not loaded unless they are selected
void find().owner;
// @ts-expect-error read-only in the entity, read-only in the result
find({ select: { createdDate: true } }).createdDate = new Date();

// Parents: as declared, nullable or not; nested; `true` is their scalars.
expectTypeOf(find({ select: { owner: { email: true } } })).toEqualTypeOf<{
  readonly id: string;
  owner: { readonly id: string; email: string | null };
}>();
expectTypeOf(find({ select: { parent: { name: true } } })).toEqualTypeOf<{
  readonly id: string;
  parent: { readonly id: string; name: string } | null;
}>();
expectTypeOf(find({ select: { owner: true } }).owner).toEqualTypeOf<{
  readonly id: string;
  readonly createdDate: Date;
  name: string;
  email: string | null;
  isActive: boolean;
}>();
const deep = find({ select: { parent: { parent: { owner: { manager: { name: true } } } } } });
expectTypeOf(deep.parent?.parent?.owner.manager?.name).toEqualTypeOf<string | undefined>();
// @ts-expect-error the parent may be missing
void deep.parent.parent;
// @ts-expect-error not selected in the parent
void find({ select: { owner: { email: true } } }).owner.name;

// Children: arrays of exactly what was selected of them.
expectTypeOf(find({ select: { contacts: { select: { lastName: true }, take: 5 } } })).toEqualTypeOf<{
  readonly id: string;
  contacts: { readonly id: string; lastName: string }[];
}>();
expectTypeOf(find({ select: { contacts: true } }).contacts).toEqualTypeOf<Loaded<Contact>[]>();
expectTypeOf(find({ select: { contacts: { where: { lastName: 'x' } } } }).contacts).toEqualTypeOf<
  Loaded<Contact>[]
>();
expectTypeOf(
  find({ select: { contacts: { select: { account: { name: true } } } } }).contacts[0]?.account?.name,
).toEqualTypeOf<string | undefined>();

// A selection made at run time says so.
declare const detailed: boolean;
const some = find({ select: { name: true, ...(detailed ? { industry: true } : {}) } });
expectTypeOf(some.name).toEqualTypeOf<string>();
expectTypeOf(some.industry).toEqualTypeOf<'Energy' | 'Banking' | null | undefined>();
// A selection kept in a constant loses nothing.
const select = { name: true, owner: { email: true } } as const satisfies Select<Account>;
expectTypeOf(find({ select }).owner.email).toEqualTypeOf<string | null>();
declare const ready: FindOptions<Account>;
expectTypeOf(find(ready)).branded.toEqualTypeOf<LoadedAccount>();

// `Id` serves as well as `id`, and an entity that looks like a location is still a parent.
expectTypeOf<Selected<Stop, { depot: { latitude: true } }>>().toEqualTypeOf<{
  id: string;
  depot: { Id: string; latitude: number | null };
}>();
