import { DateLiteral } from '../../lib/query/where/date-literal.js';
import type { FindOptions } from '../../lib/query/find/find-options.interface.js';
import type { Select } from '../../lib/query/select/select.type.js';
import type { Selected } from '../../lib/query/select/selected.type.js';
import type { Account, Stop } from './entities.js';

declare class Repository<E extends object> {
  find<const S extends Select<E> | undefined = undefined>(
    options?: FindOptions<E, S>,
  ): Promise<Selected<E, S>[]>;
}
declare const accounts: Repository<Account>;
declare const stops: Repository<Stop>;

// Accepted: fields of every kind, parents whole or in part, children whole, in part, filtered, ordered, limited.
void accounts.find({ select: { name: true, tags: true, billingAddress: true, site: true, payload: true } });
void accounts.find({ select: { owner: true, parent: { parent: { owner: { name: true } } } } });
void accounts.find({ select: { contacts: true } });
void accounts.find({
  select: {
    contacts: {
      select: { lastName: true, account: { name: true } },
      where: { email: { endsWith: '@x.com' }, OR: [{ lastName: 'A' }, { account: { name: 'B' } }] },
      orderBy: [{ lastName: 'asc' }, { createdDate: { direction: 'desc', nulls: 'last' } }],
      take: 5,
    },
  },
});
void accounts.find({
  select: {
    contacts: {
      where: {
        createdDate: { gte: DateLiteral.lastNDays(3), lt: new Date() },
        email: { in: ['a@x.com'] },
        account: { tags: { includes: ['A', ['B', 'C']] }, industry: null },
      },
    },
  },
});
void stops.find({ select: { depot: { latitude: true, boss: { name: true } } } });

// Rejected: a property nobody declared, at every depth.
// @ts-expect-error unknown property
void accounts.find({ select: { nmae: true } });
// @ts-expect-error unknown property beside a known one
void accounts.find({ select: { name: true, nmae: true } });
// @ts-expect-error unknown property of a parent
void accounts.find({ select: { owner: { nmae: true } } });
// @ts-expect-error unknown property of a parent, beside a known one
void accounts.find({ select: { owner: { name: true, nmae: true } } });
// @ts-expect-error unknown property of a parent's parent
void accounts.find({ select: { parent: { owner: { name: true, nmae: true } } } });
// @ts-expect-error unknown property of a child
void accounts.find({ select: { contacts: { select: { lastName: true, nmae: true } } } });
// @ts-expect-error unknown property of a child's parent
void accounts.find({ select: { contacts: { select: { account: { nmae: true } } } } });
// @ts-expect-error unknown option of children
void accounts.find({ select: { contacts: { select: { lastName: true }, limit: 5 } } });
// @ts-expect-error unknown property in the condition on children
void accounts.find({ select: { contacts: { where: { lastName: 'x', nmae: 'x' } } } });
// @ts-expect-error unknown operator in the condition on children
void accounts.find({ select: { contacts: { where: { email: { contains: 'x', regex: 'x' } } } } });
// @ts-expect-error wrong item in the condition on children
void accounts.find({ select: { contacts: { where: { account: { tags: { includes: ['D'] } } } } } });
// @ts-expect-error unknown property in the order of children
void accounts.find({ select: { contacts: { orderBy: [{ lastName: 'asc' }, { nmae: 'asc' }] } } });
// @ts-expect-error unknown option of the find
void accounts.find({ selct: { name: true } });

// Rejected: what cannot be selected so.
// @ts-expect-error a method
void accounts.find({ select: { label: true } });
// @ts-expect-error false selects nothing; leave the property out
void accounts.find({ select: { name: false } });
const far = { to: { latitude: 52, longitude: 13 }, unit: 'km' } as const;
void accounts.find({ select: { site: { distance: far } } });
// @ts-expect-error a distance has a unit
void accounts.find({ select: { site: { distance: { to: far.to } } } });
// @ts-expect-error distances are of the queried object's places
void accounts.find({ select: { parent: { site: { distance: far } } } });
// @ts-expect-error a truth has no label
void accounts.find({ select: { isPartner: 'label' } });
// @ts-expect-error a text is formatted as it is
void accounts.find({ select: { name: 'formatted' } });
// @ts-expect-error only currencies are converted, and they are numbers
void accounts.find({ select: { createdDate: 'converted' } });
// @ts-expect-error a field has no fields
void accounts.find({ select: { name: { first: true } } });
// @ts-expect-error a compound is read whole
void accounts.find({ select: { billingAddress: { city: true } } });
// @ts-expect-error children of a parent
void accounts.find({ select: { parent: { contacts: true } } });
// @ts-expect-error wrong value in the condition on children
void accounts.find({ select: { contacts: { where: { lastName: 1 } } } });
// @ts-expect-error a count is a number
void accounts.find({ select: { contacts: { take: '5' } } });
