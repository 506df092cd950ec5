import type { ObjectSchema } from './object-schema.js';

const LABELS = {
  delegated: (plural: string) => `My delegated ${plural}`,
  everything: (plural: string) => `All ${plural}`,
  mine: (plural: string) => `My ${plural}`,
  queue_owned: (plural: string) => `Queue owned ${plural}`,
  team: (plural: string) => `My team's ${plural}`,
  user_owned: (plural: string) => `User owned ${plural}`,
} as const;

/** Whose records of an object a query is about: what `USING SCOPE` names. */
export type ObjectScope = keyof typeof LABELS;

const OF_OWNED_OBJECTS: readonly ObjectScope[] = ['everything', 'mine', 'team'];
const OF_CUSTOM_OBJECTS: readonly ObjectScope[] = ['everything', 'mine', 'queue_owned', 'team', 'user_owned'];
/** Objects of their own kind, as recorded describes have them; what takes teams or territories is left out. */
const OF_STANDARD_OBJECTS: Readonly<Record<string, readonly ObjectScope[]>> = {
  Campaign: ['everything', 'mine'],
  Case: ['everything', 'mine', 'queue_owned', 'user_owned'],
  Event: ['delegated', 'everything', 'mine', 'team'],
  Lead: OF_CUSTOM_OBJECTS,
  Task: ['delegated', 'everything', 'mine', 'queue_owned', 'team'],
};

/** The scopes that queries of an object can use, by name. */
export function scopesOf(object: ObjectSchema): readonly ObjectScope[] {
  if (!object.field('OwnerId')) return ['everything'];
  if (object.definition.custom) return OF_CUSTOM_OBJECTS;
  return OF_STANDARD_OBJECTS[object.name] ?? OF_OWNED_OBJECTS;
}

/** `supportedScopes` of a describe. */
export function describeScopes(
  object: ObjectSchema,
): { readonly label: string; readonly name: ObjectScope }[] {
  const plural = object.definition.labelPlural.toLowerCase();
  return scopesOf(object).map((name) => ({ label: LABELS[name](plural), name }));
}
