import { expectTypeOf } from 'expect-type';
import type { DateString } from '../../lib/protocol/date-string.js';
import type { Inserted, InsertValues } from '../../lib/repository/record-values.type.js';
import type { SalesforceRepository } from '../../lib/repository/salesforce-repository.js';
import type { PicklistChoice } from '../../lib/schema/picklist/picklist.js';
import type { FieldDefinition, RecordTypeDefinition } from '../../lib/schema/sobject-definition.interface.js';
import type { UpsertOutcome } from '../../lib/write/single-record.executor.js';
import type { Account, Contact, Depot } from './entities.js';

declare const accounts: SalesforceRepository<Account>;
declare const contacts: SalesforceRepository<Contact>;
declare const depots: SalesforceRepository<Depot>;

// Reading: exactly what was selected.
const named = await accounts.find({ select: { name: true }, where: { industry: 'Energy' } });
expectTypeOf(named).toEqualTypeOf<{ readonly id: string; name: string }[]>();
expectTypeOf(named).items.not.toHaveProperty('industry');

const [whole] = await accounts.find();
expectTypeOf(whole?.foundedOn).toEqualTypeOf<DateString | null | undefined>();
expectTypeOf(whole?.label()).toEqualTypeOf<string | undefined>();
// Relations are not loaded without being selected.
expectTypeOf(whole).exclude<undefined>().not.toHaveProperty('owner');

expectTypeOf(await accounts.findOne({ select: { owner: { email: true } } })).toEqualTypeOf<{
  readonly id: string;
  owner: { readonly id: string; email: string | null };
} | null>();
expectTypeOf(await accounts.findOneOrFail({ select: { name: true } })).toEqualTypeOf<{
  readonly id: string;
  name: string;
}>();
expectTypeOf(await accounts.findById('001', { select: { name: true } })).toEqualTypeOf<{
  readonly id: string;
  name: string;
} | null>();
expectTypeOf(await accounts.findByIds(['001'], { select: { name: true } })).toEqualTypeOf<
  ({ readonly id: string; name: string } | null)[]
>();
for await (const account of accounts.stream({ select: { name: true } })) {
  expectTypeOf(account).toEqualTypeOf<{ readonly id: string; name: string }>();
}
expectTypeOf(await accounts.count({ where: { name: 'Acme' } })).toEqualTypeOf<number>();
expectTypeOf(await accounts.exists({ where: { owner: { isActive: true } } })).toEqualTypeOf<boolean>();

// @ts-expect-error -- an unknown property
accounts.find({ select: { nmae: true } });
// @ts-expect-error -- an unknown property, further in
accounts.find({ select: { owner: { nmae: true } } });
// @ts-expect-error -- a value of another type
accounts.find({ where: { annualRevenue: '1000' } });
// @ts-expect-error -- an id is not among several records
accounts.findById('001', { where: { name: 'Acme' } });
// @ts-expect-error -- the first record is one
accounts.findOne({ take: 2 });
// @ts-expect-error -- a count reads nothing
accounts.count({ select: { name: true } });

// Prepared, put together step by step, or as text: of which nothing is sure unless it is said.
const prepared = accounts.prepare({ select: { name: true }, where: { industry: 'Energy' }, allRows: true });
expectTypeOf(await prepared.all()).toEqualTypeOf<{ readonly id: string; name: string }[]>();
expectTypeOf(prepared.toSoql()).toEqualTypeOf<string>();
expectTypeOf(await prepared.count()).toEqualTypeOf<number>();
expectTypeOf(await accounts.query().select({ name: true }).all()).toEqualTypeOf<
  { readonly id: string; name: string }[]
>();
const [row] = await accounts.soql`SELECT Name, Owner.Email FROM Account WHERE Name = ${'x'}`;
expectTypeOf(row?.name).toEqualTypeOf<string | undefined>();
expectTypeOf(row?.owner?.email).toEqualTypeOf<string | null | undefined>();
expectTypeOf(row?.contacts?.[0]?.lastName).toEqualTypeOf<string | undefined>();
expectTypeOf(row?.label()).toEqualTypeOf<string | undefined>();
expectTypeOf(
  await accounts.soql<{ name: true; owner: { email: true } }>`SELECT Id, Name, Owner.Email FROM Account`,
).toEqualTypeOf<
  { readonly id: string; name: string; owner: { readonly id: string; email: string | null } }[]
>();
// @ts-expect-error -- an unknown property
accounts.prepare({ select: { nmae: true } });
// @ts-expect-error -- a selection of what there is not
void accounts.soql<{ nmae: true }>`SELECT Nmae FROM Account`;
// @ts-expect-error -- the text reads no such property
void row?.nmae;

// What can be written: scalar fields that are not read-only, and no relations.
expectTypeOf<keyof InsertValues<Account>>().toEqualTypeOf<
  | 'name'
  | 'industry'
  | 'annualRevenue'
  | 'isPartner'
  | 'tags'
  | 'foundedOn'
  | 'opensAt'
  | 'payload'
  | 'ownerId'
>();
expectTypeOf<keyof InsertValues<Depot>>().toEqualTypeOf<'latitude' | 'longitude'>();

// An insert gives the values, not nullable beyond their declaration, with the id and the methods.
const inserted = await accounts.insert({ name: 'Acme', industry: 'Energy' });
expectTypeOf(inserted.id).toEqualTypeOf<string>();
expectTypeOf(inserted.name).toEqualTypeOf<string>();
expectTypeOf(inserted.industry).toEqualTypeOf<'Energy' | 'Banking' | null>();
expectTypeOf(inserted.label()).toEqualTypeOf<string>();
// The org sets it, and it was not read.
expectTypeOf(inserted).not.toHaveProperty('createdDate');
expectTypeOf((await depots.insert({ latitude: 1 })).Id).toEqualTypeOf<string>();
expectTypeOf<Inserted<Contact, { lastName: string | undefined }>['lastName']>().toEqualTypeOf<
  string | undefined
>();

const many = await contacts.insert([{ lastName: 'Ada' }, { lastName: 'Bo', email: null }], {
  allOrNone: true,
});
expectTypeOf(many[0]?.lastName).toEqualTypeOf<string | undefined>();

declare const dto: { name: string; annualRevenue?: number };
expectTypeOf((await accounts.insert(dto)).annualRevenue).toEqualTypeOf<number | null | undefined>();
accounts.insert({ tags: ['A', 'C'], ownerId: '005' });
accounts.insert({});

// @ts-expect-error -- the org gives the id
accounts.insert({ id: '001', name: 'Acme' });
// @ts-expect-error -- an unknown property
accounts.insert({ nmae: 'Acme' });
// @ts-expect-error -- an unknown property in one of many
accounts.insert([{ name: 'Acme' }, { nmae: 'Acme' }]);
// @ts-expect-error -- a relation: the foreign key is written
accounts.insert({ owner: { id: '005' } });
// @ts-expect-error -- read-only
accounts.insert({ createdDate: new Date() });
// @ts-expect-error -- composed of other fields
accounts.insert({ site: { latitude: 1, longitude: 2 } });
// @ts-expect-error -- no value of the picklist
accounts.insert({ industry: 'Fishing' });
// @ts-expect-error -- not declared nullable
accounts.insert({ name: null });
// @ts-expect-error -- one record has nothing to be rolled back with
accounts.insert({ name: 'Acme' }, { allOrNone: true });

// Updating by id, by criteria, and many records each its own way.
expectTypeOf(await accounts.update('001', { industry: null, name: undefined })).toEqualTypeOf<void>();
expectTypeOf(
  await accounts.update({ owner: { isActive: false } }, { ownerId: '005' }),
).toEqualTypeOf<number>();
expectTypeOf(await accounts.update([{ id: '001', name: 'Acme' }], { allOrNone: true })).toEqualTypeOf<void>();
depots.update([{ Id: 'a00', latitude: null }]);
// @ts-expect-error -- which record?
accounts.update([{ name: 'Acme' }]);
// @ts-expect-error -- not declared nullable
accounts.update('001', { name: null });
// @ts-expect-error -- an unknown property
accounts.update('001', { nmae: 'Acme' });
// @ts-expect-error -- a condition of another type
accounts.update({ isPartner: 'yes' }, { name: 'Acme' });

// Upserting by a property that can be written.
expectTypeOf(await accounts.upsert({ name: 'Acme' }, { by: 'name' })).toEqualTypeOf<UpsertOutcome>();
expectTypeOf(await accounts.upsert([{ name: 'Acme' }], { by: 'name' })).toEqualTypeOf<UpsertOutcome[]>();
// @ts-expect-error -- which external id?
accounts.upsert({ name: 'Acme' }, {});
// @ts-expect-error -- the id is not an external one
accounts.upsert({ name: 'Acme' }, { by: 'id' });
// @ts-expect-error -- a relation
accounts.upsert({ name: 'Acme' }, { by: 'owner' });

expectTypeOf(await accounts.delete('001')).toEqualTypeOf<void>();
expectTypeOf(await accounts.delete(['001', '002'])).toEqualTypeOf<void>();
expectTypeOf(await accounts.delete({ name: { startsWith: 'Test' } })).toEqualTypeOf<number>();
// @ts-expect-error -- an unknown property
accounts.delete({ nmae: 'Acme' });

expectTypeOf(await accounts.reload(inserted, { select: { name: true } })).toEqualTypeOf<{
  readonly id: string;
  name: string;
}>();
expectTypeOf((await accounts.reload({ id: '001' })).ownerId).toEqualTypeOf<string>();
// @ts-expect-error -- nothing to find it by
accounts.reload({ name: 'Acme' });

// What the org says: properties and values are those of the entity.
const industry = await accounts.picklist('industry');
expectTypeOf(industry.defaultValue).toEqualTypeOf<'Energy' | 'Banking' | undefined>();
expectTypeOf((await accounts.picklist('tags', { recordType: 'Partner' })).choices).items.toEqualTypeOf<
  PicklistChoice<'A' | 'B' | 'C'>
>();
expectTypeOf((await accounts.picklist('name')).defaultValue).toEqualTypeOf<string | undefined>();
// @ts-expect-error -- a number is no picklist
await accounts.picklist('annualRevenue');
// @ts-expect-error -- a day is none
await accounts.picklist('foundedOn');
// @ts-expect-error -- the id is none
await accounts.picklist('id');
// @ts-expect-error -- a relation is none
await accounts.picklist('owner');
// @ts-expect-error -- there is no such property
await accounts.picklist('sector');

const description = await accounts.describe();
expectTypeOf(description.fields.industry).toEqualTypeOf<FieldDefinition | undefined>();
expectTypeOf(description.fields).toHaveProperty('billingAddress');
expectTypeOf(description.fields).not.toHaveProperty('owner');
expectTypeOf(description.fields).not.toHaveProperty('label');
expectTypeOf(await accounts.recordTypes()).items.toEqualTypeOf<RecordTypeDefinition>();
