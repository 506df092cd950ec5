import type { FieldOptions } from './decorators/field-options.interface.js';

type FieldDefaults = Pick<FieldOptions, 'type' | 'readOnly' | 'nillable' | 'defaultedOnCreate'>;

const SET_BY_ORG: FieldDefaults = { readOnly: true, nillable: false, defaultedOnCreate: true };

/** The fields nearly every object has, as describes report them, so that entities need not say it each time. */
const SYSTEM_FIELDS: ReadonlyMap<string, FieldDefaults> = new Map<string, FieldDefaults>([
  ['createddate', { ...SET_BY_ORG, type: 'datetime' }],
  ['createdbyid', { ...SET_BY_ORG, type: 'reference' }],
  ['lastmodifieddate', { ...SET_BY_ORG, type: 'datetime' }],
  ['lastmodifiedbyid', { ...SET_BY_ORG, type: 'reference' }],
  ['systemmodstamp', { ...SET_BY_ORG, type: 'datetime' }],
  ['isdeleted', { ...SET_BY_ORG, type: 'boolean' }],
  ['lastactivitydate', { type: 'date', readOnly: true }],
  ['lastvieweddate', { type: 'datetime', readOnly: true }],
  ['lastreferenceddate', { type: 'datetime', readOnly: true }],
  ['masterrecordid', { type: 'reference', readOnly: true }],
  ['ownerid', { type: 'reference', nillable: false, defaultedOnCreate: true }],
  ['recordtypeid', { type: 'reference' }],
]);

/** What holds for a field of that API name when its `@Field` does not say otherwise. */
export function systemFieldDefaults(apiName: string): FieldDefaults {
  return SYSTEM_FIELDS.get(apiName.toLowerCase()) ?? {};
}
