import type { FieldType } from '../protocol/field-type.type.js';
import type { FieldOptions } from './decorators/field-options.interface.js';
import type { PicklistOption } from './decorators/picklist-option.type.js';
import type { FieldFact, ParentFact, PropertyDeclaration } from './entity-declaration.js';
import type { EntityClass, FieldMetadata, PicklistOptionMetadata } from './entity-metadata.interface.js';
import { fieldProblem, isCompound } from './field-rules.js';
import { invalidEntity } from './invalid-entity.js';
import { isApiName, isCustomName, type NamingStrategy } from './naming-strategy.js';
import { holds, propertyTypeFor, propertyTypeOf } from './property-type.js';
import { systemFieldDefaults } from './system-fields.js';

/** Puts a field's options, its property's type and the defaults together, for the fields of one entity. */
export class FieldMetadataBuilder {
  readonly #entity: EntityClass;
  readonly #naming: NamingStrategy;

  constructor(entity: EntityClass, naming: NamingStrategy) {
    this.#entity = entity;
    this.#naming = naming;
  }

  id(property: string): FieldMetadata {
    if (property !== 'id' && property !== 'Id') {
      throw invalidEntity(this.#entity, property, "the id's property is called 'id' or 'Id'. Rename it.");
    }
    return Object.freeze<FieldMetadata>({
      property,
      apiName: 'Id',
      type: 'id',
      custom: false,
      createable: false,
      updateable: false,
      nillable: false,
      defaultedOnCreate: true,
      externalId: false,
      unique: false,
      caseSensitive: false,
      calculated: false,
      autoNumber: false,
      nameField: false,
    });
  }

  /** @param relation The kind of relation the field is the foreign key of. */
  field(declaration: PropertyDeclaration<FieldFact>, relation?: ParentFact['kind']): FieldMetadata {
    const { property } = declaration;
    const apiName = this.#apiName(declaration, relation);
    const custom = declaration.fact.options.custom ?? isCustomName(apiName);
    const options = { ...(custom ? {} : systemFieldDefaults(apiName)), ...stated(declaration.fact.options) };
    const type = this.#type(declaration, options, relation);
    return Object.freeze<FieldMetadata>({
      property,
      apiName,
      type,
      custom,
      ...access(options, type, relation),
      externalId: options.externalId ?? false,
      unique: options.unique ?? false,
      caseSensitive: options.caseSensitive ?? false,
      calculated: isCalculated(options),
      autoNumber: options.autoNumber ?? false,
      nameField: options.nameField ?? apiName === 'Name',
      ...stated({
        formula: options.formula,
        defaultValue: options.defaultValue,
        label: options.label,
        help: options.help,
        length: options.length,
        precision: options.precision,
        scale: options.scale,
        picklist: options.picklist && picklistOf(options.picklist),
        restricted: options.restricted ?? (options.picklist && type !== 'combobox'),
      }),
    });
  }

  #apiName(
    { property, fact }: PropertyDeclaration<FieldFact>,
    relation: ParentFact['kind'] | undefined,
  ): string {
    const { apiName, custom } = fact.options;
    const name = apiName ?? this.#naming[relation ? 'foreignKey' : 'apiName'](property, custom);
    if (isApiName(name)) return name;
    throw invalidEntity(
      this.#entity,
      property,
      `'${name}' cannot be the name of a field. Give the option apiName.`,
    );
  }

  #type(
    { property, declaredBy, fact }: PropertyDeclaration<FieldFact>,
    withDefaults: FieldOptions,
    relation: ParentFact['kind'] | undefined,
  ): FieldType {
    const propertyType = propertyTypeOf(declaredBy, property);
    const type =
      fact.options.type ??
      (fact.options.picklist && 'picklist') ??
      (relation && 'reference') ??
      withDefaults.type ??
      propertyType?.fieldType;
    if (type === undefined) throw invalidEntity(this.#entity, property, untypedProblem(propertyType?.name));
    const problem = fieldProblem(fact.options, type) ?? foreignKeyProblem(type, relation);
    if (problem !== undefined) throw invalidEntity(this.#entity, property, problem);
    if (propertyType && !holds(propertyType, type)) {
      throw invalidEntity(this.#entity, property, mismatchProblem(type, propertyType.name));
    }
    return type;
  }
}

type Access = Pick<FieldMetadata, 'createable' | 'updateable' | 'nillable' | 'defaultedOnCreate'>;

function access(options: FieldOptions, type: FieldType, relation: ParentFact['kind'] | undefined): Access {
  const isNumber = options.autoNumber === true;
  const writable = !(options.readOnly ?? (isNumber || isCalculated(options))) && !isCompound(type);
  const isBoolean = type === 'boolean';
  const isMaster = relation === 'master-detail';
  return {
    createable: options.creatable ?? writable,
    updateable: options.updatable ?? (writable && !isMaster),
    nillable: options.nillable ?? !(isBoolean || isMaster || isNumber),
    defaultedOnCreate:
      options.defaultedOnCreate ?? (isBoolean || isNumber || options.defaultValue !== undefined),
  };
}

function isCalculated({ calculated, formula }: FieldOptions): boolean {
  return calculated ?? formula !== undefined;
}

/** Frozen, and every value with its label. */
function picklistOf(options: readonly PicklistOption[]): readonly PicklistOptionMetadata[] {
  return Object.freeze(
    options.map((option) =>
      Object.freeze(
        typeof option === 'string'
          ? { value: option, label: option }
          : { value: option.value, label: option.label },
      ),
    ),
  );
}

/** Options without those that are `undefined`, so that they leave defaults and absences alone. */
function stated<Options extends object>(options: Options): Partial<Options> {
  return Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined),
  ) as Partial<Options>;
}

function untypedProblem(propertyType: string | undefined): string {
  if (propertyType === 'array') {
    return "the property is an array, which only some fields are. Say type: 'multipicklist', or use @Children().";
  }
  if (propertyType !== undefined) {
    return (
      `the property is of class ${propertyType}, which is no field's value. ` +
      'Use @Lookup() for a parent record, or say the type: @Field({ type: … }).'
    );
  }
  return (
    "the field's type is unknown: either the property's type is a union (`string | null` is one), an alias or an " +
    'interface, of which decorator metadata says nothing, or the compiler emits no such metadata at all (esbuild and ' +
    "its like never do; tsc does with emitDecoratorMetadata, once 'reflect-metadata' is imported). " +
    "Say the type: @Field({ type: 'string' })."
  );
}

function foreignKeyProblem(type: FieldType, relation: ParentFact['kind'] | undefined): string | undefined {
  return relation && type !== 'reference'
    ? `the foreign key of a relation is a reference, not '${type}'. Remove the option type.`
    : undefined;
}

function mismatchProblem(type: FieldType, propertyType: string): string {
  const other = type === 'date' && propertyType === 'Date' ? ", or use type: 'datetime'" : '';
  const wanted = propertyTypeFor(type);
  return (
    `a field of type '${type}' is a ${wanted === 'array' ? 'string[]' : wanted}, but the property is a ` +
    `${propertyType}. Change the property's type${other}.`
  );
}
