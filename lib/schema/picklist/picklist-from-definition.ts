import type {
  FieldDefinition,
  PicklistValueDefinition,
  SObjectDefinition,
} from '../sobject-definition.interface.js';
import { presentMembers } from '../present-members.js';
import { Picklist, type PicklistChoice } from './picklist.js';
import { decodeValidFor } from './valid-for.js';

/** A checkbox controls as a picklist does that has these values. */
const CHECKBOX_VALUES = ['false', 'true'];

/** The picklist that a field of an object is, with all its values, whatever the record type. */
export function picklistFromDefinition(object: SObjectDefinition, field: FieldDefinition): Picklist {
  const values = field.picklistValues ?? [];
  const controller = controllerOf(object, field);
  const controlling = controller && controllingValues(controller);
  return new Picklist({
    field: field.name,
    restricted: field.restrictedPicklist === true,
    choices: values.filter(isActive).map((value) => choiceFrom(value, controlling)),
    inactive: values.filter((value) => !isActive(value)).map(({ value }) => value),
    ...(controller ? { controlledBy: controller.name } : {}),
  });
}

function choiceFrom(
  { value, label, isDefault, validFor }: PicklistValueDefinition,
  controlling: readonly string[] | undefined,
): PicklistChoice {
  return presentMembers<PicklistChoice>({
    value,
    label: label ?? value,
    isDefault: isDefault === true,
    validFor: controlling && namesAt(decodeValidFor(validFor ?? ''), controlling),
  });
}

/** A controlling field that the user may not see leaves the picklist as if nothing controlled it. */
function controllerOf({ fields }: SObjectDefinition, { controllerName }: FieldDefinition) {
  return fields.find(({ name }) => name === controllerName);
}

function controllingValues({ type, picklistValues = [] }: FieldDefinition): readonly string[] {
  // Values that are not active are counted as well.
  return type === 'boolean' ? CHECKBOX_VALUES : picklistValues.map(({ value }) => value);
}

function namesAt(places: readonly number[], names: readonly string[]): readonly string[] {
  return places.flatMap((place) => names[place] ?? []);
}

function isActive({ active }: PicklistValueDefinition): boolean {
  return active !== false;
}
