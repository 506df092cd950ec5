import type { SObjectOptions } from './decorators/sobject-options.interface.js';
import { declarationOf } from './entity-declaration.js';
import { readDeclaredProperties, type DeclaredProperties } from './entity-declaration.reader.js';
import type { EntityClass, EntityMetadata, FieldMetadata } from './entity-metadata.interface.js';
import { FieldMetadataBuilder } from './field-metadata.builder.js';
import { invalidEntity } from './invalid-entity.js';
import { isApiName, isCustomName, NamingStrategy } from './naming-strategy.js';
import { objectAccess } from './object-access.js';
import { RelationMetadataBuilder, type EntityResolver } from './relation-metadata.builder.js';

/** Makes the metadata of entity classes for one namespace, and refuses what is wrong within a class. */
export class EntityMetadataBuilder {
  readonly #namespace: string | undefined;
  readonly #resolve: EntityResolver;

  /** @param resolve Gives the metadata of a relation's target when that is first asked for. */
  constructor(namespace: string | undefined, resolve: EntityResolver) {
    this.#namespace = namespace;
    this.#resolve = resolve;
  }

  build(target: EntityClass): EntityMetadata {
    const options = sobjectOptions(target);
    const naming = new NamingStrategy(options.namespace ?? this.#namespace);
    const apiName = checkedName(target, options.apiName ?? naming.apiName(target.name, options.custom));
    const declared = readDeclaredProperties(target);
    const id = buildId(target, declared, naming);
    const fields = buildFields(target, declared, naming, id);
    const relations = new RelationMetadataBuilder({ target, apiName, fields, resolve: this.#resolve });
    return Object.freeze<EntityMetadata>({
      target,
      apiName,
      ...(options.label === undefined ? {} : { label: options.label }),
      ...(options.labelPlural === undefined ? {} : { labelPlural: options.labelPlural }),
      custom: options.custom ?? isCustomName(apiName),
      ...objectAccess(target, options, apiName),
      ...(options.recordTypes === undefined
        ? {}
        : { recordTypes: Object.freeze({ ...options.recordTypes }) }),
      id,
      fields,
      parents: relations.parents(declared.parents),
      children: relations.children(declared.children),
    });
  }
}

function sobjectOptions(target: EntityClass): SObjectOptions {
  const options = declarationOf(target)?.sobject;
  if (!options) {
    throw invalidEntity(
      target,
      undefined,
      'the class carries no @SObject() of its own, so it is no entity. Decorate it; a base class does not do it for it.',
    );
  }
  return options;
}

/** Class names are not always what the source says: minifiers shorten them, and some compilers put a `_` in front. */
function checkedName(target: EntityClass, apiName: string): string {
  if (isApiName(apiName)) return apiName;
  throw invalidEntity(
    target,
    undefined,
    `'${apiName}' cannot be the name of an object. Name it: @SObject('Account').`,
  );
}

function buildId(target: EntityClass, { ids }: DeclaredProperties, naming: NamingStrategy): FieldMetadata {
  const [id, second] = ids;
  if (!id) {
    throw invalidEntity(target, undefined, 'the entity has no id. Add @Id() readonly id!: string.');
  }
  if (second) {
    throw invalidEntity(
      target,
      second.property,
      `the entity has another id, '${id.property}'. Keep one @Id().`,
    );
  }
  return new FieldMetadataBuilder(target, naming).id(id.property);
}

function buildFields(
  target: EntityClass,
  declared: DeclaredProperties,
  naming: NamingStrategy,
  id: FieldMetadata,
): ReadonlyMap<string, FieldMetadata> {
  const builder = new FieldMetadataBuilder(target, naming);
  const relationOf = new Map(declared.parents.map(({ fact }) => [fact.foreignKey, fact.kind]));
  const fields = new Map([[id.property, id]]);
  const byApiName = new Map([['id', id]]);
  for (const declaration of declared.fields) {
    const field = builder.field(declaration, relationOf.get(declaration.property));
    const other = byApiName.get(field.apiName.toLowerCase());
    if (other) {
      throw invalidEntity(
        target,
        field.property,
        `the field ${field.apiName} is mapped by '${other.property}' already. ` +
          'Remove one of the two, or give one its own apiName.',
      );
    }
    fields.set(field.property, field);
    byApiName.set(field.apiName.toLowerCase(), field);
  }
  return fields;
}
