import { InvalidQueryException } from '../../exceptions/invalid-query.exception.js';
import type { EntityMetadata } from '../../metadata/entity-metadata.interface.js';

/** The refusal of a property that is not mapped; an API name in its place gets the property that was meant. */
export function unknownProperty(
  metadata: EntityMetadata,
  property: string,
  name: string,
): InvalidQueryException {
  const meant = [...metadata.fields.values()].find(({ apiName }) => apiName === property);
  return new InvalidQueryException(
    meant
      ? `${name}.${property} is no property but an API name: use the property '${meant.property}'.`
      : `${name}.${property} is not mapped: declare it in ${metadata.target.name} with @Field() or a relation's decorator, or leave it out.`,
  );
}
