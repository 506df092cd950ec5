import { describe, expect, it } from '@jest/globals';
import { InvalidWriteException } from '../../../lib/exceptions/invalid-write.exception.js';
import { Id } from '../../../lib/metadata/decorators/id.decorator.js';
import { SObject } from '../../../lib/metadata/decorators/sobject.decorator.js';
import type { EntityClass } from '../../../lib/metadata/entity-metadata.interface.js';
import { EntityMetadataStorage } from '../../../lib/metadata/entity-metadata.storage.js';
import { assertWritable } from '../../../lib/write/object-capabilities.js';

abstract class Entity {
  @Id() readonly id!: string;
}

@SObject()
class Account extends Entity {}

@SObject('Shipped__e')
class Shipped extends Entity {}

@SObject('Rate__mdt')
class Rate extends Entity {}

type Operation = Parameters<typeof assertWritable>[1];
const check = (entity: EntityClass, operation: Operation) => () =>
  assertWritable(new EntityMetadataStorage().get(entity), operation);

describe('assertWritable', () => {
  it.each<[EntityClass, Operation]>([
    [Account, 'insert'],
    [Account, 'update'],
    [Account, 'upsert'],
    [Account, 'delete'],
    [Shipped, 'insert'],
  ])('lets an application of %o %s', (entity, operation) => {
    expect(check(entity, operation)).not.toThrow();
  });

  it.each<[EntityClass, Operation, string]>([
    [
      Shipped,
      'update',
      'Shipped: records of Shipped__e cannot be updated. If this org allows it, say so: @SObject({ updatable: true }).',
    ],
    [
      Shipped,
      'upsert',
      'Shipped: records of Shipped__e cannot be upserted. If this org allows it, say so: @SObject({ updatable: true }).',
    ],
    [
      Shipped,
      'delete',
      'Shipped: records of Shipped__e cannot be deleted. If this org allows it, say so: @SObject({ deletable: true }).',
    ],
    [
      Rate,
      'insert',
      'Rate: records of Rate__mdt cannot be inserted. If this org allows it, say so: @SObject({ creatable: true }).',
    ],
    [
      Rate,
      'upsert',
      'Rate: records of Rate__mdt cannot be upserted. If this org allows it, say so: @SObject({ creatable: true }).',
    ],
  ])('refuses %o the %s', (entity, operation, message) => {
    expect(check(entity, operation)).toThrow(new InvalidWriteException(message));
  });
});
