import type { FindOptions } from '../../lib/query/find/find-options.interface.js';
import { DateLiteral } from '../../lib/query/where/date-literal.js';
import type { Select } from '../../lib/query/select/select.type.js';
import type { Selected } from '../../lib/query/select/selected.type.js';
import type { Where } from '../../lib/query/where/where.type.js';
import type { Account, Stop } from './entities.js';

declare class Repository<E extends object> {
  find<const S extends Select<E> | undefined = undefined>(
    options?: FindOptions<E, S>,
  ): Promise<Selected<E, S>[]>;
}
declare const accounts: Repository<Account>;
declare const stops: Repository<Stop>;

const accepted: readonly Where<Account>[] = [
  {},
  { name: 'x' },
  { name: { equals: 'x', not: 'y', in: ['x'], notIn: ['y'] } },
  {
    name: { gt: 'a', gte: 'a', lt: 'b', lte: 'b', contains: 'x', startsWith: 'x', endsWith: 'x', like: 'x%' },
  },
  { industry: 'Energy' },
  { industry: null },
  { industry: { in: ['Energy'], not: null, startsWith: 'En' } },
  { annualRevenue: { gt: 1, lte: 10, notIn: [3] } },
  { annualRevenue: null },
  { isPartner: true },
  { isPartner: { not: true } },
  { tags: ['A', 'B'] },
  { tags: null },
  { tags: { includes: ['A', ['B', 'C']], excludes: ['C'] } },
  { foundedOn: '2026-01-31' },
  { foundedOn: { gte: DateLiteral.lastNDays(30), lt: '2026-01-31', not: null } },
  { createdDate: new Date() },
  { createdDate: DateLiteral.today() },
  { createdDate: { gte: DateLiteral.lastNDays(30), lt: new Date() } },
  { opensAt: { gte: '08:00:00Z' } },
  { foundedOn: { year: 2026, month: { in: [1, 2] }, week: { gte: 5, lt: 9 }, gte: DateLiteral.thisYear() } },
  { createdDate: { fiscalQuarter: 1, hour: 9, date: '2026-01-31', lt: new Date() } },
  { createdDate: { inUserTimeZone: { date: { gte: '2026-01-31' }, weekDay: { not: 1 } } } },
  { industry: { label: 'Energie', not: 'Banking' } },
  { industry: { label: { in: ['Energie'], startsWith: 'E' } } },
  { site: { distance: { to: { latitude: 52, longitude: 13 }, unit: 'km', lt: 20 } } },
  { billingAddress: { distance: { to: { latitude: 52, longitude: 13 }, unit: 'mi', gt: 1, lt: 20 } } },
  { owner: { isActive: true, manager: { email: { endsWith: '@x.com' } } } },
  { contacts: { some: { email: null } } },
  { contacts: { none: {} } },
  { contacts: { some: { lastName: 'x' }, none: { email: null, account: { name: 'x' } } } },
  { AND: [{ name: 'x' }], OR: [{ name: 'x' }, { owner: { name: 'y' } }], NOT: { NOT: { name: 'z' } } },
];
void accepted;
declare const ids: readonly string[];
void accounts.find({ where: { id: { in: ids } } });
void stops.find({ where: { depot: { latitude: { gt: 50 }, boss: { name: 'x' } } } });

// Rejected: names nobody declared, at every depth, inline in the call, with and without a selection.
// @ts-expect-error unknown property
void accounts.find({ where: { nmae: 'x' } });
// @ts-expect-error unknown property beside a known one, with a selection
void accounts.find({ select: { name: true }, where: { name: 'x', nmae: 'x' } });
// @ts-expect-error unknown operator
void accounts.find({ where: { name: { equals: 'x', regex: 'x' } } });
// @ts-expect-error unknown property of a parent
void accounts.find({ where: { owner: { name: 'x', nmae: 'x' } } });
// @ts-expect-error unknown property of a parent's parent
void accounts.find({ where: { owner: { manager: { nmae: 'x' } } } });
// @ts-expect-error unknown property of a child
void accounts.find({ where: { contacts: { some: { lastName: 'x', nmae: 'x' } } } });
// @ts-expect-error unknown quantifier
void accounts.find({ where: { contacts: { some: {}, every: {} } } });
// @ts-expect-error unknown property under OR
void accounts.find({ where: { OR: [{ name: 'x' }, { nmae: 'x' }] } });
// @ts-expect-error unknown property under NOT
void accounts.find({ where: { NOT: { name: 'x', nmae: 'x' } } });

// Rejected: values of another type.
// @ts-expect-error a number is no text
void accounts.find({ where: { name: 1 } });
// @ts-expect-error nor in a list
void accounts.find({ where: { name: { in: ['x', 1] } } });
// @ts-expect-error no such picklist value
void accounts.find({ where: { industry: 'Enrgy' } });
// @ts-expect-error no such picklist value in a list
void accounts.find({ where: { industry: { in: ['Enrgy'] } } });
// @ts-expect-error no such item
void accounts.find({ where: { tags: { includes: ['D'] } } });
// @ts-expect-error null where the field is never null
void accounts.find({ where: { name: null } });
// @ts-expect-error null where the field is never null, by operator
void accounts.find({ where: { name: { not: null } } });
// @ts-expect-error null has no order
void accounts.find({ where: { annualRevenue: { gt: null } } });
// @ts-expect-error null is no member of a list
void accounts.find({ where: { annualRevenue: { in: [null] } } });
// @ts-expect-error a date field is compared with a date, not with an instant
void accounts.find({ where: { foundedOn: new Date() } });
// @ts-expect-error a datetime field is compared with an instant
void accounts.find({ where: { createdDate: '2026-01-31' } });
// @ts-expect-error a named range is no number
void accounts.find({ where: { annualRevenue: DateLiteral.today() } });
// @ts-expect-error patterns are for text
void accounts.find({ where: { annualRevenue: { contains: '1' } } });
// @ts-expect-error patterns are not for dates
void accounts.find({ where: { foundedOn: { startsWith: '2026' } } });
// @ts-expect-error true and false have no order
void accounts.find({ where: { isPartner: { gt: false } } });
// @ts-expect-error includes is for multi-picklists
void accounts.find({ where: { industry: { includes: ['Energy'] } } });
// @ts-expect-error a multi-picklist is no text
void accounts.find({ where: { tags: { contains: 'A' } } });
// @ts-expect-error addresses are filtered by their components
void accounts.find({ where: { billingAddress: null } });
// @ts-expect-error a day has no hour
void accounts.find({ where: { foundedOn: { hour: 9 } } });
// @ts-expect-error a day has no time zone
void accounts.find({ where: { foundedOn: { inUserTimeZone: { year: 2026 } } } });
// @ts-expect-error a text has no year
void accounts.find({ where: { name: { year: 2026 } } });
// @ts-expect-error a year is a number
void accounts.find({ where: { createdDate: { year: '2026' } } });
// @ts-expect-error no such part
void accounts.find({ where: { createdDate: { century: 21 } } });
// @ts-expect-error no such part in a time zone
void accounts.find({ where: { createdDate: { inUserTimeZone: { century: 21 } } } });
// @ts-expect-error a number has no label
void accounts.find({ where: { annualRevenue: { label: 'x' } } });
// @ts-expect-error a distance has a unit
void accounts.find({ where: { site: { distance: { to: { latitude: 52, longitude: 13 }, lt: 20 } } } });
// @ts-expect-error places are no values
void accounts.find({ where: { site: { latitude: 52 } } });
// @ts-expect-error methods are no fields
void accounts.find({ where: { label: 'x' } });
// @ts-expect-error children need a quantifier
void accounts.find({ where: { contacts: {} } });
// @ts-expect-error children need a quantifier
void accounts.find({ where: { contacts: { lastName: 'x' } } });
// @ts-expect-error a parent has no quantifier
void accounts.find({ where: { owner: { some: {} } } });
// @ts-expect-error OR takes a list
void accounts.find({ where: { OR: { name: 'x' } } });
// @ts-expect-error look-alikes of named ranges are refused
void accounts.find({ where: { createdDate: { name: 'TODAY' } } });
