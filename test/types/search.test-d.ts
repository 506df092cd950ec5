import { expectTypeOf } from 'expect-type';
import type { SalesforceConnection } from '../../lib/connection/salesforce-connection.js';
import type { QueryPlan } from '../../lib/protocol/query-plan.interface.js';
import type { WireRecord } from '../../lib/protocol/query-response.interface.js';
import { returning } from '../../lib/query/search/returning.js';
import { searchFor } from '../../lib/query/search/search-for.js';
import type { Loaded } from '../../lib/query/select/selected.type.js';
import type { SalesforceRepository } from '../../lib/repository/salesforce-repository.js';
import { sosl } from '../../lib/soql/sosl/sosl-tag.js';
import { Account, Contact } from './entities.js';

declare const accounts: SalesforceRepository<Account>;
declare const connection: SalesforceConnection;

// One entity: exactly what was selected.
expectTypeOf(await accounts.search('Acme', { select: { name: true, owner: { email: true } } })).toEqualTypeOf<
  {
    readonly id: string;
    name: string;
    owner: { readonly id: string; email: string | null };
  }[]
>();
expectTypeOf(await accounts.search(sosl.term`Acme*`, { in: 'name' })).toEqualTypeOf<Loaded<Account>[]>();
accounts.search('Acme', {
  match: 'prefix',
  where: { industry: 'Energy' },
  orderBy: { name: 'asc' },
  take: 5,
  skip: 5,
  signal: AbortSignal.timeout(1000),
});

// @ts-expect-error -- an unknown property
accounts.search('Acme', { select: { nmae: true } });
// @ts-expect-error -- an unknown property, further in
accounts.search('Acme', { select: { owner: { nmae: true } } });
// @ts-expect-error -- child records are out of a search's reach
accounts.search('Acme', { select: { contacts: true } });
// @ts-expect-error -- a value of another type
accounts.search('Acme', { where: { annualRevenue: '1000' } });
// @ts-expect-error -- no group of fields
accounts.search('Acme', { in: 'fax' });
// @ts-expect-error -- a whole search is no term
accounts.search(sosl`FIND {Acme}`);
// @ts-expect-error -- nothing to search for
accounts.search();

// Several entities: typed by the names they were given.
const found = await connection.search(
  searchFor(
    'Acme',
    {
      companies: Account,
      people: returning(Contact, { select: { lastName: true, account: { name: true } }, take: 5 }),
    },
    { in: 'name', take: 50 },
  ),
);
expectTypeOf(found.companies).toEqualTypeOf<Loaded<Account>[]>();
expectTypeOf(found.people).toEqualTypeOf<
  {
    readonly id: string;
    lastName: string;
    account: { readonly id: string; name: string } | null;
  }[]
>();

expectTypeOf(found).not.toHaveProperty('leads');
// @ts-expect-error -- an unknown property
returning(Contact, { select: { lstName: true } });
// @ts-expect-error -- the platform skips records of one entity only
returning(Contact, { skip: 5 });
// @ts-expect-error -- no entity
searchFor('Acme', { companies: 'Account' });

// Records as they travel.
expectTypeOf(await connection.search('FIND {Acme}')).toEqualTypeOf<WireRecord[]>();
expectTypeOf(await connection.search<{ Id: string }>(sosl`FIND {${'Acme'}}`)).toEqualTypeOf<
  { Id: string }[]
>();
expectTypeOf(await connection.explain('SELECT Id FROM Account')).toEqualTypeOf<readonly QueryPlan[]>();
