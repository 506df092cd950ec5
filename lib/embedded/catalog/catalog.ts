import type {
  ChildRelationshipDefinition,
  SObjectDefinition,
  SObjectSummary,
} from '../../schema/sobject-definition.interface.js';
import { ChildRelationship } from './child-relationship.js';
import { childRelationshipsOf } from './child-relationships.js';
import { declaredFields, withChildRelationships } from './declared-fields.js';
import { customKeyPrefix } from './key-prefix.js';
import { ObjectSchema } from './object-schema.js';
import { OPEN_OBJECTS, openChildren, withOpenReference } from './open-references.js';
import { featureObjects, withFeatures } from './org-feature-fields.js';
import type { OrgFeatures } from './org-features.interface.js';
import { ownRecordTypes } from './record-types.js';
import { standardObjects, type StandardObjects, type UnreadObject } from './standard-objects.js';
import { withSystemFields } from './system-fields.js';

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
 * application declares is added by {@link Catalog.define}, what another org describes by {@link Catalog.install}.
 */
export class Catalog {
  readonly #features: OrgFeatures;
  readonly #objects = new Map<string, ObjectSchema>();
  /** By lower-case name. */
  readonly #unread: Map<string, UnreadObject>;
  readonly #namesByPrefix: Map<string, string>;
  readonly #custom = new Set<string>();
  /** Objects whose references their parents' own lists may lack, by lower-case name. */
  readonly #referring = new Set<string>();
  /** Objects that are as another org describes them, by lower-case name. */
  readonly #installed = new Set<string>();
  /** Objects that came with record types of their own, by lower-case name. */
  readonly #typed = new Set<string>();
  /** What was declared of an object, by this run and by earlier ones. */
  readonly #declared = new Map<string, SObjectDefinition>();
  readonly #restored = new Map<string, RestoredObject>();
  #children = new Map<string, readonly ChildRelationshipDefinition[]>();
  #summaries: readonly SObjectSummary[] | undefined;

  private constructor({ unread, namesByPrefix }: StandardObjects, features: OrgFeatures) {
    this.#unread = new Map(unread);
    this.#namesByPrefix = new Map(namesByPrefix);
    this.#features = features;
  }

  /** A catalog of the standard objects. @param features what the org has beyond what every org has */
  static standard(features: OrgFeatures = {}): Catalog {
    const catalog = new Catalog(standardObjects(), features);
    for (const definition of featureObjects(features)) catalog.install(definition);
    return catalog;
  }

  get(name: string): ObjectSchema | undefined {
    const key = name.toLowerCase();
    const unread = this.#unread.get(key);
    if (unread !== undefined) {
      this.#unread.delete(key);
      this.#put(withFeatures(withOpenReference(unread.read(), [...this.#custom]), this.#features));
    }
    return this.#objects.get(key);
  }

  /** Whether there is such an object; reads nothing. */
  has(name: string): boolean {
    const key = name.toLowerCase();
    return this.#objects.has(key) || this.#unread.has(key);
  }

  /** The object whose ids begin with these three characters. */
  byKeyPrefix(prefix: string): ObjectSchema | undefined {
    const name = this.#namesByPrefix.get(prefix);
    return name === undefined ? undefined : this.get(name);
  }

  /** Every object in short, by name; reads none. */
  summaries(): readonly SObjectSummary[] {
    this.#summaries ??= [
      ...[...this.#unread.values()].map((unread) => unread.summary()),
      ...[...this.#objects.values()].map(({ definition }) => definition),
    ].sort((a, b) => (a.name < b.name ? -1 : 1));
    return this.#summaries;
  }

  /** The objects that something has asked for so far: records of others cannot be there. */
  loaded(): readonly ObjectSchema[] {
    return [...this.#objects.values()];
  }

  /** Every object, by name. Reads all that was not read yet: for questions that need the fields of all of them. */
  all(): readonly ObjectSchema[] {
    return this.summaries().map(({ name }) => this.get(name)!);
  }

  /** The objects that were installed with record types beside the master. */
  withRecordTypes(): readonly ObjectSchema[] {
    return [...this.#typed].map((key) => this.get(key)!);
  }

  children(parent: ObjectSchema): readonly ChildRelationship[] {
    return this.describedChildren(parent)
      .filter((child) => this.#leadsTo(parent, child))
      .map((definition) => new ChildRelationship(definition, (name) => this.get(name)));
  }

  child(parent: ObjectSchema, relationshipName: string): ChildRelationship | undefined {
    const wanted = relationshipName.toLowerCase();
    const definition = this.describedChildren(parent).find(
      (child) => child.relationshipName?.toLowerCase() === wanted && this.has(child.childSObject),
    );
    return definition && new ChildRelationship(definition, (name) => this.get(name));
  }

  /** All that a describe of the object lists, the children that this catalog lacks too. */
  describedChildren(parent: ObjectSchema): readonly ChildRelationshipDefinition[] {
    const known = this.#children.get(parent.name);
    if (known) return known;
    const { name, definition } = parent;
    const complete = this.#installed.has(name.toLowerCase()) && definition.childRelationships !== undefined;
    const referring = [...this.#referring].filter((key) => !complete || !this.#installed.has(key));
    const children = childRelationshipsOf(
      parent,
      referring.flatMap((key) => this.get(key) ?? []),
      complete ? [] : openChildren((candidate) => this.has(candidate)),
    );
    this.#children.set(parent.name, children);
    return children;
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

  /** Takes an object as an org describes it, in the place of the one of this name: nothing is added or left out. */
  install(definition: SObjectDefinition): void {
    const key = definition.name.toLowerCase();
    this.#objects.delete(key);
    this.#unread.set(key, {
      summary: () => definition,
      read: () => withChildRelationships(definition),
    });
    this.#reservePrefix(definition.name, definition.keyPrefix);
    this.#installed.add(key);
    if (ownRecordTypes(definition).length > 0) this.#typed.add(key);
    if (definition.fields.some(({ custom, type }) => custom && type === 'reference'))
      this.#referring.add(key);
    this.#changed();
    if (definition.custom) this.#open(definition.name);
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
    this.#referring.add(definition.name.toLowerCase());
    const known = this.get(definition.name);
    if (known) {
      const added = declaredFields(definition, (name) => known.field(name) !== undefined);
      const recordTypes = definition.recordTypes ?? known.definition.recordTypes;
      if (added.length === 0 && recordTypes === known.definition.recordTypes) return known;
      return this.#put({ ...known.definition, recordTypes, fields: [...known.fields, ...added] });
    }
    const fields = withSystemFields({ ...definition, fields: declaredFields(definition, () => false) });
    const keyPrefix =
      definition.keyPrefix ?? customKeyPrefix(definition.name, (prefix) => this.#namesByPrefix.has(prefix));
    const object = this.#put(
      withFeatures({ traits: CUSTOM_OBJECT_TRAITS, ...definition, keyPrefix, fields }, this.#features),
    );
    if (definition.custom) this.#open(object.name);
    return object;
  }

  #put(definition: SObjectDefinition): ObjectSchema {
    const object = new ObjectSchema(definition);
    this.#objects.set(object.name.toLowerCase(), object);
    this.#reservePrefix(definition.name, definition.keyPrefix);
    // What was only read says nothing new; a declaration may.
    if (this.#referring.has(object.name.toLowerCase())) this.#changed();
    return object;
  }

  /** Orgs and versions differ: what one describes may list a field that another's object does not have. */
  #leadsTo(parent: ObjectSchema, { childSObject, field }: ChildRelationshipDefinition): boolean {
    const mixed = [parent.name, childSObject].some((name) => this.#installed.has(name.toLowerCase()));
    return mixed ? this.get(childSObject)?.field(field) !== undefined : this.has(childSObject);
  }

  #changed(): void {
    this.#children = new Map();
    this.#summaries = undefined;
  }

  /** A few objects share a prefix; the first one is found by it. */
  #reservePrefix(name: string, keyPrefix: string | null | undefined): void {
    if (keyPrefix && !this.#namesByPrefix.has(keyPrefix)) this.#namesByPrefix.set(keyPrefix, name);
  }

  /** Lets activities, notes, files and topics point at a new custom object. */
  #open(name: string): void {
    if (this.#custom.has(name)) return;
    this.#custom.add(name);
    for (const open of OPEN_OBJECTS) {
      const loaded = this.#objects.get(open.toLowerCase());
      if (loaded) this.#put(withOpenReference(loaded.definition, [name]));
    }
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
