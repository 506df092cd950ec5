import { InvalidEntityException } from '../exceptions/invalid-entity.exception.js';
import type { ChildrenOptions } from './decorators/children-options.interface.js';
import type { FieldOptions } from './decorators/field-options.interface.js';
import type { ParentOptions } from './decorators/parent-options.interface.js';
import type { SObjectOptions } from './decorators/sobject-options.interface.js';
import type { EntityClass } from './entity-metadata.interface.js';

/** Registered, so that two installed copies of the library read each other's entities. */
const DECLARATION = Symbol.for('nestjs-salesforce.entity-declaration');

/** Names the class of the other side; a function, because that class may not be there yet when this one is defined. */
export type EntityThunk<T = object> = () => EntityClass<T>;

/** Names the classes a polymorphic parent can be of. */
export type EntitiesThunk<Targets = Record<string, object>> = () => {
  readonly [Name in keyof Targets]: EntityClass<Targets[Name]>;
};

export interface IdFact {
  readonly kind: 'id';
}

export interface FieldFact {
  readonly kind: 'field';
  readonly options: FieldOptions;
}

export interface ParentFact {
  readonly kind: 'lookup' | 'master-detail';
  readonly target: EntityThunk | EntitiesThunk;
  readonly foreignKey: string;
  readonly options: ParentOptions;
}

export interface ChildrenFact {
  readonly kind: 'children';
  readonly target: EntityThunk;
  readonly inverse: string;
  readonly options: ChildrenOptions;
}

export type PropertyFact = IdFact | FieldFact | ParentFact | ChildrenFact;

/** What one decorator said of one property. Nothing is judged here: the builder does that, with the whole class in view. */
export interface PropertyDeclaration<Fact extends PropertyFact = PropertyFact> {
  readonly property: string;
  /** Where the decorator stands; only instance properties can be mapped. */
  readonly placement: 'property' | 'static member' | 'method' | 'accessor' | 'symbol';
  /** The class that carries the decorator: the entity itself or one of its bases. */
  readonly declaredBy: EntityClass;
  readonly fact: Fact;
}

/** What the decorators of one class said, its bases left out. */
export interface EntityDeclaration {
  sobject?: SObjectOptions;
  readonly properties: PropertyDeclaration[];
}

/** Records what `@SObject` says. */
export function declareSObject(target: EntityClass, options: SObjectOptions): void {
  ownDeclaration(target).sobject = options;
}

/** Records what a property decorator says; `target`, `key` and `descriptor` are what the runtime handed to it. */
export function declareProperty(target: object, key: unknown, descriptor: unknown, fact: PropertyFact): void {
  if (typeof key !== 'string' && typeof key !== 'symbol') {
    throw new InvalidEntityException(
      `${decoratorOf(fact)} was called as a standard decorator; entities need the legacy ones that Nest uses: ` +
        'set "experimentalDecorators": true in tsconfig.json (or the like option of your compiler).',
    );
  }
  const isStatic = typeof target === 'function';
  const declaredBy = (isStatic ? target : target.constructor) as EntityClass;
  const placement = isStatic ? 'static member' : placementOf(key, descriptor);
  ownDeclaration(declaredBy).properties.push({ property: String(key), placement, declaredBy, fact });
}

/** The class's own declaration, `undefined` for a class that carries no decorator of ours itself. */
export function declarationOf(target: EntityClass): EntityDeclaration | undefined {
  const holder = target as { readonly [DECLARATION]?: EntityDeclaration };
  return Object.hasOwn(target, DECLARATION) ? holder[DECLARATION] : undefined;
}

/** A fact's decorator, as messages spell it. */
export function decoratorOf(fact: PropertyFact): string {
  switch (fact.kind) {
    case 'id':
      return '@Id()';
    case 'field':
      return '@Field()';
    case 'lookup':
      return '@Lookup()';
    case 'master-detail':
      return '@MasterDetail()';
    case 'children':
      return '@Children()';
  }
}

function ownDeclaration(target: EntityClass): EntityDeclaration {
  const known = declarationOf(target);
  if (known) return known;
  const declaration: EntityDeclaration = { properties: [] };
  Object.defineProperty(target, DECLARATION, { value: declaration });
  return declaration;
}

/** Compilers hand over no descriptor for a property, or one without value and accessors (Babel's). */
function placementOf(key: string | symbol, descriptor: unknown): PropertyDeclaration['placement'] {
  if (typeof key === 'symbol') return 'symbol';
  const { value, get, set } = (descriptor ?? {}) as PropertyDescriptor;
  if (get || set) return 'accessor';
  return typeof value === 'function' ? 'method' : 'property';
}
