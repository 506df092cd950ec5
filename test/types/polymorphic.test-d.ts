import { expectTypeOf } from 'expect-type';
import type { Polymorphic } from '../../lib/metadata/related.js';
import type { FindOptions } from '../../lib/query/find/find-options.interface.js';
import type { Select } from '../../lib/query/select/select.type.js';
import type { Loaded, Selected } from '../../lib/query/select/selected.type.js';
import type { Account, Contact, User } from './entities.js';

class Task {
  readonly id!: string;
  subject?: string | null;
  what?: Polymorphic<{ Account: Account; Contact: Contact }> | null;
  owner!: Polymorphic<{ User: User }>;
}

declare function find<const S extends Select<Task> | undefined = undefined>(
  options?: FindOptions<Task, S>,
): Selected<Task, S>;

// One member for each kind that was selected, told apart by `$type`; null for every other kind.
const { what } = find({
  select: { what: { Account: { name: true }, Contact: { lastName: true, account: { name: true } } } },
});
expectTypeOf(what).toEqualTypeOf<
  | { $type: 'Account'; id: string; name: string }
  | { $type: 'Contact'; id: string; lastName: string; account: { readonly id: string; name: string } | null }
  | null
>();
if (what?.$type === 'Account') expectTypeOf(what.name).toEqualTypeOf<string>();
if (what?.$type === 'Contact') expectTypeOf(what.account?.name).toEqualTypeOf<string | undefined>();
// @ts-expect-error which kind is it?
void what?.name;
// @ts-expect-error no such kind
if (what?.$type === 'Lead') void what;

// `else` reads what all kinds have; then nothing is missing unless there is no parent.
const { what: any } = find({
  select: { what: { Account: { name: true }, else: { name: true, type: true } } },
});
expectTypeOf(any).toEqualTypeOf<
  | { $type: 'Account'; id: string; name: string }
  | { $type: 'else'; id: string; name: string | null; type: string }
  | null
>();
const { owner } = find({ select: { owner: { User: { email: true }, else: { name: true } } } });
expectTypeOf(owner).toEqualTypeOf<
  { $type: 'User'; id: string; email: string | null } | { $type: 'else'; id: string; name: string | null }
>();

// `true` reads all fields of every kind.
const { what: whole } = find({ select: { what: true } });
if (whole?.$type === 'Account') expectTypeOf(whole.industry).toEqualTypeOf<Loaded<Account>['industry']>();

// It is no field, and is not loaded without being selected.
// @ts-expect-error not selected
void find().what;

void find({ where: { what: { type: 'Account', name: { startsWith: 'A' } } } });
void find({ where: { what: { type: { in: ['Account', 'Contact'] } }, OR: [{ what: { name: null } }] } });
void find({ orderBy: { what: { name: 'asc', type: 'desc' } } });

// @ts-expect-error unknown kind
void find({ select: { what: { Lead: true } } });
// @ts-expect-error unknown kind beside a known one
void find({ select: { what: { Account: true, Lead: true } } });
// @ts-expect-error unknown property of a kind
void find({ select: { what: { Account: { nmae: true } } } });
// @ts-expect-error children of a kind
void find({ select: { what: { Account: { contacts: true } } } });
// @ts-expect-error not all kinds have it
void find({ select: { what: { else: { industry: true } } } });
// @ts-expect-error unknown kind
void find({ where: { what: { type: 'Lead' } } });
// @ts-expect-error not all kinds have it
void find({ where: { what: { industry: 'Energy' } } });
// @ts-expect-error not all kinds have it
void find({ orderBy: { what: { industry: 'asc' } } });
