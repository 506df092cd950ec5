import type { FieldDefinition, SObjectDefinition } from '../../schema/sobject-definition.interface.js';
import { readCatalogIndex, readCatalogObject } from './catalog-file.js';
import { declaredFields } from './declared-fields.js';
import { customKeyPrefix } from './key-prefix.js';
import { ObjectSchema } from './object-schema.js';
import { withSystemFields } from './system-fields.js';

/** One way from a parent to the records that point at it. */
export interface ChildRelationship {
  /** Null for relationships that no subquery can name. */
  readonly name: string | null;
  readonly child: ObjectSchema;
  readonly field: FieldDefinition;
}

/** Standard references that may point at a record of any custom object. */
const OPEN_REFERENCES: Readonly<Record<string, string>> = {
  attachment: 'ParentId',
  contentdocumentlink: 'LinkedEntityId',
  event: 'WhatId',
  note: 'ParentId',
  task: 'WhatId',
  topicassignment: 'EntityId',
};

const CUSTOM_OBJECT_TRAITS: readonly string[] = [
  'layoutable',
  'mruEnabled',
  'replicateable',
  'retrieveable',
  'searchable',
  'triggerable',
  'undeletable',
];

/**
 * The objects of an embedded org. Standard objects are read from their files when something first asks for them; what an
 * application declares is added by {@link Catalog.define}.
 */
export class Catalog {
  readonly #objects = new Map<string, ObjectSchema>();
  /** Standard objects nobody has asked for yet, by lower-case name. */
  readonly #unread = new Map<string, string>();
  readonly #namesByPrefix = new Map<string, string>();
  readonly #custom = new Set<string>();
  /** What was declared of an object, by this run and by earlier ones. */
  readonly #declared = new Map<string, SObjectDefinition>();
  readonly #restored = new Map<string, RestoredObject>();
  #children: ReadonlyMap<string, readonly ChildRelationship[]> | undefined;

  private constructor(index: Readonly<Record<string, string>>) {
    for (const [name, prefix] of Object.entries(index)) {
      this.#unread.set(name.toLowerCase(), name);
      this.#namesByPrefix.set(prefix, name);
    }
  }

  /** A catalog of the standard objects. */
  static standard(): Catalog {
    return new Catalog(readCatalogIndex());
  }

  get(name: string): ObjectSchema | undefined {
    const key = name.toLowerCase();
    const unread = this.#unread.get(key);
    if (unread !== undefined) {
      this.#unread.delete(key);
      this.#put(withOpenReference(readCatalogObject(unread), [...this.#custom]));
    }
    return this.#objects.get(key);
  }

  /** The object whose ids begin with these three characters. */
  byKeyPrefix(prefix: string): ObjectSchema | undefined {
    const name = this.#namesByPrefix.get(prefix);
    return name === undefined ? undefined : this.get(name);
  }

  /** Every object, by name. */
  all(): readonly ObjectSchema[] {
    for (const name of this.#unread.values()) this.get(name);
    return [...this.#objects.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  children(parent: ObjectSchema): readonly ChildRelationship[] {
    // Reading every object drops the map, since any of them may bring children: it is built after that.
    const objects = this.all();
    this.#children ??= this.#childrenOf(objects);
    return this.#children.get(parent.name) ?? [];
  }

  child(parent: ObjectSchema, relationshipName: string): ChildRelationship | undefined {
    const wanted = relationshipName.toLowerCase();
    return this.children(parent).find(({ name }) => name?.toLowerCase() === wanted);
  }

  /**
   * Adds an object, or the fields of a known one that it does not have yet. What is known stays: a standard field is what
   * the platform says it is, however an application declares it.
   */
  define(definition: SObjectDefinition): ObjectSchema {
    const key = definition.name.toLowerCase();
    const earlier = this.#declared.get(key);
    this.#declared.set(key, earlier ? joined(earlier, definition) : definition);
    return this.#add(this.#overRestored(definition));
  }

  /**
   * Adds what earlier runs declared of an object. A declaration of this run has the last word on all that it names, and
   * the rest stays: fields and objects do not vanish from an org because an application no longer speaks of them.
   */
  restore(definition: SObjectDefinition): void {
    const key = definition.name.toLowerCase();
    const known = this.get(definition.name);
    const added = definition.fields.filter(({ name }) => !known?.field(name));
    this.define(definition);
    this.#restored.set(key, { definition: { ...definition, fields: added }, whole: known === undefined });
  }

  /** All that was declared of an object, with the key prefix that its ids have. */
  declaration(name: string): SObjectDefinition | undefined {
    const declared = this.#declared.get(name.toLowerCase());
    return declared && { ...declared, keyPrefix: this.get(name)?.keyPrefix ?? null };
  }

  /** A declaration with what only earlier runs declared, which it replaces in the catalog. */
  #overRestored(definition: SObjectDefinition): SObjectDefinition {
    const key = definition.name.toLowerCase();
    const restored = this.#restored.get(key);
    if (!restored) return definition;
    this.#restored.delete(key);
    const declared = joined(definition, restored.definition);
    this.#declared.set(key, declared);
    if (restored.whole) this.#objects.delete(key);
    else this.#withdraw(restored.definition);
    return declared;
  }

  #withdraw({ name, fields }: SObjectDefinition): void {
    const known = this.get(name);
    const names = new Set(fields.map((field) => field.name));
    const left = known?.fields.filter((field) => {
      return !names.has(field.name) && !(field.compoundFieldName && names.has(field.compoundFieldName));
    });
    if (known && left) this.#put({ ...known.definition, fields: left });
  }

  #add(definition: SObjectDefinition): ObjectSchema {
    const known = this.get(definition.name);
    if (known) {
      const added = declaredFields(definition, (name) => known.field(name) !== undefined);
      if (added.length === 0) return known;
      return this.#put({ ...known.definition, fields: [...known.fields, ...added] });
    }
    const object = this.#put({
      traits: CUSTOM_OBJECT_TRAITS,
      ...definition,
      keyPrefix:
        definition.keyPrefix ?? customKeyPrefix(definition.name, (prefix) => this.#namesByPrefix.has(prefix)),
      fields: withSystemFields({ ...definition, fields: declaredFields(definition, () => false) }),
    });
    this.#open(object);
    return object;
  }

  #put(definition: SObjectDefinition): ObjectSchema {
    const object = new ObjectSchema(definition);
    this.#objects.set(object.name.toLowerCase(), object);
    if (object.keyPrefix) this.#namesByPrefix.set(object.keyPrefix, object.name);
    this.#children = undefined;
    return object;
  }

  /** Lets activities, notes, files and topics point at a new custom object. */
  #open(object: ObjectSchema): void {
    if (!object.definition.custom) return;
    if (this.#custom.has(object.name)) return;
    this.#custom.add(object.name);
    for (const key of Object.keys(OPEN_REFERENCES)) {
      const loaded = this.#objects.get(key);
      if (loaded) this.#put(withOpenReference(loaded.definition, [object.name]));
    }
  }

  #childrenOf(objects: readonly ObjectSchema[]): ReadonlyMap<string, readonly ChildRelationship[]> {
    const children = new Map<string, ChildRelationship[]>(objects.map((object) => [object.name, []]));
    for (const child of objects) {
      for (const field of child.fields) {
        for (const target of field.referenceTo ?? []) {
          children.get(target)?.push({ name: field.childRelationshipName ?? null, child, field });
        }
      }
    }
    return children;
  }
}

/** An object of an earlier run: the part of it that the catalog does not know otherwise. */
interface RestoredObject {
  readonly definition: SObjectDefinition;
  /** Whether the catalog does not know the object at all. */
  readonly whole: boolean;
}

/** Two declarations of one object; the first one has the last word. */
function joined(first: SObjectDefinition, second: SObjectDefinition): SObjectDefinition {
  const names = new Set(first.fields.map(({ name }) => name.toLowerCase()));
  return {
    ...first,
    keyPrefix: first.keyPrefix ?? second.keyPrefix,
    fields: [...first.fields, ...second.fields.filter(({ name }) => !names.has(name.toLowerCase()))],
  };
}

function withOpenReference(definition: SObjectDefinition, custom: readonly string[]): SObjectDefinition {
  const open = OPEN_REFERENCES[definition.name.toLowerCase()];
  if (open === undefined || custom.length === 0) return definition;
  return {
    ...definition,
    fields: definition.fields.map((field) =>
      field.name === open ? { ...field, referenceTo: [...(field.referenceTo ?? []), ...custom] } : field,
    ),
  };
}
