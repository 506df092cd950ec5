import type {
  FieldDefinition,
  RecordTypeDefinition,
  SObjectDefinition,
} from '../../schema/sobject-definition.interface.js';
import { expandField, type WrittenField } from './catalog-file.js';
import { readCatalogJson } from './catalog-json.js';
import { withFields } from './with-fields.js';

/** What the fields of an account that is a person are, beside those of every account. */
interface PersonFields {
  readonly name: readonly WrittenField[];
  readonly person: readonly WrittenField[];
}

const WRITABLE = { createable: true, updateable: true };

/** The record types that an org with person accounts begins with. */
const RECORD_TYPES: readonly RecordTypeDefinition[] = [
  { developerName: 'Business_Account', name: 'Business Account', isDefault: true },
  { developerName: 'PersonAccount', name: 'Person Account', isPersonType: true },
];

const IS_PERSON_ACCOUNT: WrittenField = { name: 'IsPersonAccount', type: 'boolean', readOnly: true };
const IS_PERSON_TYPE: WrittenField = {
  name: 'IsPersonType',
  label: 'Is Person Type',
  type: 'boolean',
  readOnly: true,
};

/** The definition as an org with person accounts has it. */
export function withPersonAccounts(definition: SObjectDefinition): SObjectDefinition {
  if (definition.name === 'Account') return personAccount(definition);
  if (definition.name === 'Contact')
    return withFields(definition, [expandField(IS_PERSON_ACCOUNT, WRITABLE)]);
  if (definition.name === 'RecordType')
    return withFields(definition, [expandField(IS_PERSON_TYPE, WRITABLE)]);
  return definition;
}

function personAccount(definition: SObjectDefinition): SObjectDefinition {
  const { name, person } = readCatalogJson('person-account') as PersonFields;
  const named = withFields(definition, expanded(name), { after: 'Name' });
  return { recordTypes: RECORD_TYPES, ...withFields(named, expanded(person)) };
}

function expanded(fields: readonly WrittenField[]): FieldDefinition[] {
  return fields.map((field) => expandField(field, WRITABLE));
}
