/** A class has a `prototype`, an instance has none: so the compiler refuses a decorator on a static property. */
export interface NoClass {
  readonly prototype?: never;
}

/** What a decorator of an instance property is handed. */
export type Instance = object & NoClass;

/** The type of a property; what the compiler does not show (a private one) counts as unknown. */
export type PropertyValue<Entity, Property> = Property extends keyof Entity ? Entity[Property] : unknown;
