import { expectTypeOf } from 'expect-type';
import { Field } from '../../lib/metadata/decorators/field.decorator.js';
import type {
  OpenPicklistValue,
  PicklistOption,
  PicklistValue,
} from '../../lib/metadata/decorators/picklist-option.type.js';
import { SObject } from '../../lib/metadata/decorators/sobject.decorator.js';
import type { SalesforceRepository } from '../../lib/repository/salesforce-repository.js';

export const Rating = ['Hot', { value: 'W', label: 'Warm' }] as const;
export type Rating = PicklistValue<typeof Rating>;
export const Source = ['Web', 'Phone'] as const;
export type Source = OpenPicklistValue<typeof Source>;

expectTypeOf<Rating>().toEqualTypeOf<'Hot' | 'W'>();
expectTypeOf<PicklistValue<typeof Source>>().toEqualTypeOf<'Web' | 'Phone'>();
expectTypeOf<PicklistValue<[]>>().toEqualTypeOf<never>();
// What is not known to the compiler is any text.
expectTypeOf<PicklistValue<PicklistOption[]>>().toEqualTypeOf<string>();
expectTypeOf<'Web'>().toExtend<Source>();
expectTypeOf<string>().toExtend<Source>();
expectTypeOf<Source>().toExtend<string>();
expectTypeOf<string>().not.toExtend<Rating>();

@SObject({
  labelPlural: 'Leads',
  recordTypes: { Partner: 'A partner' },
  creatable: true,
  updatable: false,
  deletable: false,
  queryable: true,
})
export class Lead {
  readonly id!: string;
  @Field({ picklist: Rating }) rating!: Rating | null;
  @Field({ picklist: Rating, defaultValue: 'W' }) typed!: Rating;
  @Field({ type: 'multipicklist', picklist: Rating }) ratings!: Rating[] | null;
  @Field({ picklist: Source, restricted: false }) source!: Source | null;
  @Field({ type: 'multipicklist', picklist: Source, restricted: false }) sources!: Source[] | null;
  @Field({ type: 'combobox', picklist: ['Mr.', 'Ms.'] }) salutation!: string | null;
  @Field({ autoNumber: true, nameField: true }) readonly number!: string;
  @Field({ type: 'currency', formula: 'Amount * 2', help: 'Twice' }) readonly twice!: number | null;
  @Field({ type: 'double', calculated: true }) readonly sum!: number | null;
  @Field({ unique: true, caseSensitive: true, defaultValue: 'A' }) code!: string;

  // @ts-expect-error -- several values where the property holds one
  @Field({ type: 'multipicklist', picklist: Rating }) single!: Rating;
  // @ts-expect-error -- an option is a text, or a text and its label
  @Field({ picklist: ['Hot', { value: 'W' }] }) unlabelled!: string;
  // @ts-expect-error -- values are texts
  @Field({ picklist: [1, 2] }) numbers!: string;
  // @ts-expect-error -- a text, number or boolean
  @Field({ defaultValue: new Date() }) at!: Date;
  // @ts-expect-error -- a formula is a text
  @Field({ formula: true }) computed!: string;
}

// @ts-expect-error -- labels by developer name, not a list
@SObject({ recordTypes: ['Partner'] })
export class Listed {}

declare const leads: SalesforceRepository<Lead>;

void leads.find({ where: { rating: 'W', source: { in: ['Web', 'Fax'] } }, orderBy: { source: 'asc' } });
void leads.find({ where: { ratings: { includes: ['Hot', ['Hot', 'W']] }, sources: { excludes: ['Fax'] } } });
void leads.find({ where: { source: { label: 'Internet', startsWith: 'W' } } });
void leads.insert({ rating: 'Hot', source: 'Fax', sources: ['Web', 'Fax'] });
// @ts-expect-error -- the label is no value
void leads.find({ where: { rating: 'Warm' } });
// @ts-expect-error -- not one of the values
void leads.insert({ rating: 'Cold' });
// @ts-expect-error -- not one of the values
void leads.insert({ ratings: ['Cold'] });
// @ts-expect-error -- not a text
void leads.insert({ source: 1 });

const lead = await leads.findOneOrFail({ select: { rating: 'label', source: true, ratings: true } });
expectTypeOf(lead.rating).toEqualTypeOf<string | null>();
expectTypeOf(lead.source).toEqualTypeOf<Source | null>();
expectTypeOf(lead.ratings).toEqualTypeOf<Rating[] | null>();
