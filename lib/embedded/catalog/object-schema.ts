import type { FieldDefinition, SObjectDefinition } from '../../schema/sobject-definition.interface.js';
import type { FieldType } from '../../protocol/field-type.type.js';

/** Types whose value is put together from other fields and is stored nowhere itself. */
const COMPOUND_TYPES: ReadonlySet<FieldType> = new Set(['address', 'location']);

/** An object definition made quick to ask. Names are found whatever their case, as the platform finds them. */
export class ObjectSchema {
  readonly name: string;
  /** Empty for the few objects whose ids have no prefix of their own. */
  readonly keyPrefix: string;
  readonly fields: readonly FieldDefinition[];
  /** The fields that have a column of the object's table. */
  readonly columns: readonly FieldDefinition[];
  readonly nameField: FieldDefinition | undefined;
  readonly #fields: ReadonlyMap<string, FieldDefinition>;
  readonly #parents: ReadonlyMap<string, FieldDefinition>;

  constructor(readonly definition: SObjectDefinition) {
    this.name = definition.name;
    this.keyPrefix = definition.keyPrefix ?? '';
    this.fields = definition.fields;
    this.columns = definition.fields.filter((field) => !COMPOUND_TYPES.has(field.type));
    this.nameField = definition.fields.find((field) => field.nameField);
    this.#fields = new Map(definition.fields.map((field) => [field.name.toLowerCase(), field]));
    this.#parents = new Map(
      definition.fields.flatMap((field) =>
        field.relationshipName ? [[field.relationshipName.toLowerCase(), field] as const] : [],
      ),
    );
  }

  field(name: string): FieldDefinition | undefined {
    return this.#fields.get(name.toLowerCase());
  }

  /** The reference field behind the name of a parent. */
  parent(relationshipName: string): FieldDefinition | undefined {
    return this.#parents.get(relationshipName.toLowerCase());
  }

  /** The fields that an address, a location or a person's name is put together from. */
  components(compound: FieldDefinition): readonly FieldDefinition[] {
    return this.fields.filter((field) => field.compoundFieldName === compound.name && field !== compound);
  }
}
