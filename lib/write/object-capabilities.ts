import { InvalidWriteException } from '../exceptions/invalid-write.exception.js';
import type { WriteOperation } from '../hydration/record-serializer.js';
import type { EntityMetadata } from '../metadata/entity-metadata.interface.js';

const PARTICIPLES = { insert: 'inserted', update: 'updated', upsert: 'upserted', delete: 'deleted' } as const;

/** @throws InvalidWriteException when the entity says that its object takes no such write. */
export function assertWritable(metadata: EntityMetadata, operation: WriteOperation | 'delete'): void {
  if (allows(metadata, operation)) return;
  const { target, apiName } = metadata;
  throw new InvalidWriteException(
    `${target.name}: records of ${apiName} cannot be ${PARTICIPLES[operation]}. ` +
      `If this org allows it, say so: @SObject({ ${optionFor(metadata, operation)}: true }).`,
  );
}

/** Whether an upsert creates or updates is known to the org alone; it takes both. */
function allows({ createable, updateable, deletable }: EntityMetadata, operation: WriteOperation | 'delete') {
  switch (operation) {
    case 'insert':
      return createable;
    case 'update':
      return updateable;
    case 'upsert':
      return createable && updateable;
    case 'delete':
      return deletable;
  }
}

function optionFor({ createable }: EntityMetadata, operation: WriteOperation | 'delete'): string {
  if (operation === 'delete') return 'deletable';
  return operation === 'insert' || !createable ? 'creatable' : 'updatable';
}
