import type { SObjectDefinition } from '../../schema/sobject-definition.interface.js';
import type { InspectOptions } from '../inspect-options.interface.js';
import type { KnownNames } from '../known-names.interface.js';
import { classNames } from '../naming/class-names.js';
import { constantKey, constantKeys, constantNames } from '../naming/constant-names.js';
import { memberKey, propertyNames } from '../naming/property-names.js';
import { selectFields } from '../selection/field-selection.js';
import type { ChildrenPlan, EntityPlan, FieldPlan, ParentPlan, TargetPlan } from './entity-plan.interface.js';
import { mappable } from './mappable-definition.js';
import { Relationships } from './relationships.js';

const NO_NAMES: KnownNames = {
  className: () => undefined,
  propertyName: () => undefined,
  constantName: () => undefined,
};

/**
 * Decides what of some objects becomes code, and what it is called there.
 *
 * @throws SalesforceConfigurationException for names of the options that nothing can have, and an object whose name is none
 */
export function planEntities(
  definitions: readonly SObjectDefinition[],
  options: InspectOptions,
  names: KnownNames = NO_NAMES,
): readonly EntityPlan[] {
  return new EntityPlanner(definitions, options, names).plan();
}

class EntityPlanner {
  readonly #definitions: readonly SObjectDefinition[];
  readonly #relationships: Relationships;
  readonly #classes: ReadonlyMap<string, string>;
  readonly #properties: ReadonlyMap<string, ReadonlyMap<string, string>>;
  readonly #constants: ReadonlyMap<string, string>;

  constructor(definitions: readonly SObjectDefinition[], options: InspectOptions, known: KnownNames) {
    this.#definitions = definitions.map((definition) => selectFields(mappable(definition), options));
    this.#relationships = new Relationships(this.#definitions);
    const constants = new Set(
      constantKeys(this.#definitions)
        .map((key) => known.constantName(key))
        .filter((name) => name !== undefined),
    );
    this.#classes = classNames(this.#definitions, options, known, (name) => constants.has(name));
    this.#properties = new Map(
      this.#definitions.map((definition) => [
        definition.name,
        propertyNames(this.#membersOf(definition), options, known),
      ]),
    );
    this.#constants = constantNames(
      this.#definitions,
      this.#classes,
      (object) => this.#properties.get(object) ?? new Map(),
      known,
    );
  }

  plan(): readonly EntityPlan[] {
    return this.#definitions.map((definition) => this.#entity(definition));
  }

  #membersOf({ name, fields }: SObjectDefinition) {
    return {
      object: name,
      fields,
      parents: this.#relationships.parents(name),
      children: this.#relationships.children(name),
    };
  }

  #entity(definition: SObjectDefinition): EntityPlan {
    const { name } = definition;
    const className = this.#target(name).className;
    const fields = this.#fields(definition);
    const byName = new Map(fields.map((plan) => [plan.field.name, plan]));
    return {
      definition,
      className,
      fields,
      parents: this.#parents(name, byName),
      children: this.#children(name),
      recordTypes: this.#constants.get(constantKey.recordTypes(name)),
    };
  }

  #fields({ name, fields }: SObjectDefinition): readonly FieldPlan[] {
    const kinds = new Map(
      this.#relationships.parents(name).map(({ field, kind }) => [field.name, kind] as const),
    );
    return fields
      .filter((field) => field.name !== 'Id')
      .map((field) => ({
        key: memberKey.field(field.name),
        property: this.#property(name, memberKey.field(field.name)),
        field,
        relation: kinds.get(field.name),
        constant: this.#constants.get(constantKey.picklist(name, field.name)),
      }));
  }

  #parents(object: string, fields: ReadonlyMap<string, FieldPlan>): readonly ParentPlan[] {
    return this.#relationships.parents(object).flatMap((parent) => {
      const foreignKey = fields.get(parent.field.name);
      if (!foreignKey) return [];
      const key = memberKey.parent(parent.field.name);
      const { relationshipName, kind, polymorphic } = parent;
      const targets = parent.targets.map((target) => this.#target(target));
      return [
        {
          key,
          property: this.#property(object, key),
          foreignKey,
          relationshipName,
          kind,
          targets,
          polymorphic,
        },
      ];
    });
  }

  #children(object: string): readonly ChildrenPlan[] {
    return this.#relationships.children(object).map((child) => {
      const key = memberKey.children(child);
      return {
        key,
        property: this.#property(object, key),
        target: this.#target(child.childSObject),
        inverse: this.#property(child.childSObject, memberKey.parent(child.field)),
        foreignKey: child.field,
        relationshipName: child.relationshipName,
      };
    });
  }

  #property(object: string, key: string): string {
    return this.#properties.get(object)?.get(key) ?? key;
  }

  #target(object: string): TargetPlan {
    return { object, className: this.#classes.get(object) ?? object };
  }
}
