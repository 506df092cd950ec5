import {
  declarationOf,
  decoratorOf,
  type ChildrenFact,
  type FieldFact,
  type IdFact,
  type ParentFact,
  type PropertyDeclaration,
} from './entity-declaration.js';
import type { EntityClass } from './entity-metadata.interface.js';
import { invalidEntity } from './invalid-entity.js';

/** What an entity and its bases declare, one declaration a property, in order of declaration with the bases first. */
export interface DeclaredProperties {
  readonly ids: readonly PropertyDeclaration<IdFact>[];
  readonly fields: readonly PropertyDeclaration<FieldFact>[];
  readonly parents: readonly PropertyDeclaration<ParentFact>[];
  readonly children: readonly PropertyDeclaration<ChildrenFact>[];
}

/**
 * Collects what the decorators said along the prototype chain; a class that declares a property anew replaces what its
 * base said of it.
 */
export function readDeclaredProperties(target: EntityClass): DeclaredProperties {
  const merged = new Map<string, PropertyDeclaration>();
  for (const ancestor of lineage(target)) {
    for (const declaration of declarationOf(ancestor)?.properties ?? []) {
      const other = merged.get(declaration.property);
      checkPlacement(target, declaration);
      if (other?.declaredBy === declaration.declaredBy) throw twice(target, other, declaration);
      merged.set(declaration.property, declaration);
    }
  }
  const all = [...merged.values()];
  return {
    ids: all.filter((one): one is PropertyDeclaration<IdFact> => one.fact.kind === 'id'),
    fields: all.filter((one): one is PropertyDeclaration<FieldFact> => one.fact.kind === 'field'),
    parents: all.filter((one): one is PropertyDeclaration<ParentFact> => isParent(one)),
    children: all.filter((one): one is PropertyDeclaration<ChildrenFact> => one.fact.kind === 'children'),
  };
}

/** The class and its bases, the root first. */
function lineage(target: EntityClass): EntityClass[] {
  const classes: EntityClass[] = [];
  for (
    let current: unknown = target;
    typeof current === 'function' && current !== Function.prototype;
    current = Object.getPrototypeOf(current)
  ) {
    classes.unshift(current as EntityClass);
  }
  return classes;
}

function isParent({ fact }: PropertyDeclaration): boolean {
  return fact.kind === 'lookup' || fact.kind === 'master-detail';
}

const PLACES: Readonly<Record<Exclude<PropertyDeclaration['placement'], 'property'>, string>> = {
  'static member': 'a static member',
  method: 'a method',
  accessor: 'an accessor',
  symbol: 'a property whose name is a symbol',
};

function checkPlacement(target: EntityClass, { property, placement, fact }: PropertyDeclaration): void {
  if (placement === 'property') return;
  throw invalidEntity(
    target,
    property,
    `${decoratorOf(fact)} stands on ${PLACES[placement]}. Put it on an instance property, or remove it.`,
  );
}

function twice(target: EntityClass, one: PropertyDeclaration, other: PropertyDeclaration) {
  const decorators = [one, other].map(({ fact }) => decoratorOf(fact)).sort();
  const isFieldAndRelation = decorators[0] !== decorators[1] && decorators.includes('@Field()');
  const hint =
    isFieldAndRelation && !decorators.includes('@Id()')
      ? 'Remove @Field(); the foreign key of a relation is a field of its own.'
      : 'Keep one of them.';
  return invalidEntity(target, one.property, `the property carries ${decorators.join(' and ')}. ${hint}`);
}
