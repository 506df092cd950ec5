import type { Related } from '../../lib/metadata/related.js';
import type { Address, Geolocation } from '../../lib/protocol/compound-value.interface.js';
import type { DateString } from '../../lib/protocol/date-string.js';
import type { TimeString } from '../../lib/protocol/time-string.js';

// Types are read from the classes alone, so the entities of these programs need no decorators.

abstract class Audited {
  readonly id!: string;
  readonly createdDate!: Date;
}

export class User extends Audited {
  name!: string;
  email!: string | null;
  isActive!: boolean;
  manager?: Related<User> | null;
}

export class Account extends Audited {
  name!: string;
  industry?: 'Energy' | 'Banking' | null;
  annualRevenue?: number | null;
  isPartner!: boolean;
  tags?: ('A' | 'B' | 'C')[] | null;
  foundedOn?: DateString | null;
  opensAt?: TimeString | null;
  readonly billingAddress?: Address | null;
  site?: Geolocation | null;
  payload?: unknown;
  ownerId!: string;
  owner?: Related<User>;
  parent?: Related<Account> | null;
  contacts?: Related<Contact[]>;

  label(): string {
    return this.name;
  }
}

export class Contact extends Audited {
  lastName!: string;
  email?: string | null;
  account?: Related<Account> | null;
}

/** An entity that is a location as well, structurally. */
export class Depot {
  Id!: string;
  latitude?: number | null;
  longitude?: number | null;
  boss!: Related<User>;
}

export class Stop {
  id!: string;
  depot!: Related<Depot>;
}
