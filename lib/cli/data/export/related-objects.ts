import type {
  FieldDefinition,
  SObjectDefinition,
  SObjectSummary,
} from '../../../schema/sobject-definition.interface.js';
import { isDataObject } from '../data-object.js';

/** A way from records to those that refer to them. */
interface ChildLink {
  readonly child: string;
  /** Of the child. */
  readonly field: string;
}

/** Objects of an org, and which of them records may be related by. */
export class RelatedObjects {
  readonly #byName: ReadonlyMap<string, SObjectSummary>;
  readonly #byPrefix: ReadonlyMap<string, SObjectSummary>;

  /** @param isExcluded the objects that nothing is exported of */
  constructor(objects: readonly SObjectSummary[], isExcluded: (name: string) => boolean) {
    const followed = objects.filter((object) => isDataObject(object) && !isExcluded(object.name));
    this.#byName = new Map(followed.map((object) => [object.name, object]));
    this.#byPrefix = new Map(
      followed.flatMap((object) => (object.keyPrefix === null ? [] : [[object.keyPrefix, object]])),
    );
  }

  /** The ways to children of an object; those of the platform's own books, such as histories and shares, are none. */
  childLinks(definition: SObjectDefinition): readonly ChildLink[] {
    return (definition.childRelationships ?? [])
      .filter(({ childSObject, relationshipName, deprecatedAndHidden }) => {
        return relationshipName !== null && deprecatedAndHidden !== true && this.#byName.has(childSObject);
      })
      .map(({ childSObject, field }) => ({ child: childSObject, field }));
  }

  /** The object that an id is of, among those a field may refer to; undefined for one that is not followed. */
  parentOf({ referenceTo = [] }: FieldDefinition, id: string): string | undefined {
    const [only] = referenceTo;
    const name = referenceTo.length === 1 ? only : this.#byPrefix.get(id.slice(0, 3))?.name;
    return name !== undefined && this.#byName.has(name) ? name : undefined;
  }
}
