import type { FindOptions } from '../../lib/query/find/find-options.interface.js';
import type { OrderBy } from '../../lib/query/order-by/order-by.type.js';
import type { Select } from '../../lib/query/select/select.type.js';
import type { Selected } from '../../lib/query/select/selected.type.js';
import type { Account } from './entities.js';

declare class Repository<E extends object> {
  find<const S extends Select<E> | undefined = undefined>(
    options?: FindOptions<E, S>,
  ): Promise<Selected<E, S>[]>;
}
declare const accounts: Repository<Account>;

const accepted: readonly OrderBy<Account>[] = [
  {},
  { name: 'asc', createdDate: 'desc' },
  { annualRevenue: { direction: 'desc' } },
  { annualRevenue: { direction: 'desc', nulls: 'last' } },
  {
    site: { distance: { to: { latitude: 52, longitude: 13 }, unit: 'km' }, direction: 'asc', nulls: 'last' },
  },
  { parent: { owner: { manager: { name: { direction: 'asc', nulls: 'first' } } } } },
];
void accounts.find({ orderBy: accepted });
void accounts.find({ orderBy: { name: 'asc' }, select: { industry: true } });
void accounts.find({ orderBy: [{ owner: { name: 'asc' } }, { name: 'desc' }] });

// @ts-expect-error unknown property
void accounts.find({ orderBy: { nmae: 'asc' } });
// @ts-expect-error unknown property in a list, beside a known one
void accounts.find({ orderBy: [{ name: 'asc' }, { name: 'asc', nmae: 'asc' }] });
// @ts-expect-error unknown property of a parent
void accounts.find({ orderBy: { owner: { nmae: 'asc' } } });
// @ts-expect-error unknown direction
void accounts.find({ orderBy: { name: 'ASC' } });
// @ts-expect-error where nulls go needs a direction
void accounts.find({ orderBy: { name: { nulls: 'last' } } });
// @ts-expect-error unknown place for nulls
void accounts.find({ orderBy: { name: { direction: 'asc', nulls: 'LAST' } } });
// @ts-expect-error a multi-picklist has no order
void accounts.find({ orderBy: { tags: 'asc' } });
// @ts-expect-error a compound has no order
void accounts.find({ orderBy: { billingAddress: 'asc' } });
// @ts-expect-error children have no order here
void accounts.find({ orderBy: { contacts: { lastName: 'asc' } } });
// @ts-expect-error a parent is ordered by one of its fields
void accounts.find({ orderBy: { owner: 'asc' } });
// @ts-expect-error a method is no field
void accounts.find({ orderBy: { label: 'asc' } });
