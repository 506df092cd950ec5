import { declareSObject } from '../entity-declaration.js';
import type { EntityClass } from '../entity-metadata.interface.js';
import type { SObjectOptions } from './sobject-options.interface.js';

/**
 * Maps a class to an object of the org. The object's API name is the class's (`Account`), with `custom: true` that of a
 * custom object (`Invoice__c`), or the one given. Every class that is queried carries its own `@SObject`; its bases need
 * none.
 *
 * @example
 * ```ts
 * @SObject({ custom: true })
 * export class Invoice {
 *   @Id() readonly id!: string;
 *   @Field({ custom: true }) amount!: number;
 * }
 * ```
 * @publicApi
 */
export function SObject(apiNameOrOptions: string | SObjectOptions = {}) {
  const options = typeof apiNameOrOptions === 'string' ? { apiName: apiNameOrOptions } : apiNameOrOptions;
  return (target: EntityClass): void => declareSObject(target, options);
}
