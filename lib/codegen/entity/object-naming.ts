import type { SObjectOptions } from '../../metadata/decorators/sobject-options.interface.js';
import { isCustomName, NamingStrategy } from '../../metadata/naming-strategy.js';
import { splitApiName } from '../naming/api-name.js';
import type { EntityPlan } from '../plan/entity-plan.interface.js';

/** How the names of an entity become API names, and what `@SObject` has to say for that. */
export interface ObjectNaming {
  readonly strategy: NamingStrategy;
  readonly options: Pick<SObjectOptions, 'apiName' | 'custom' | 'namespace'>;
}

/**
 * The shortest that leads from the class's name to the object's.
 *
 * @param namespace That of the connection.
 */
export function objectNaming({ definition, className }: EntityPlan, namespace = ''): ObjectNaming {
  const { name, custom } = definition;
  const own = isCustomName(name) ? splitApiName(name).namespace : namespace;
  const strategy = new NamingStrategy(own);
  const stated = own === namespace ? {} : { namespace: own };
  if (strategy.apiName(className) === name && custom === isCustomName(name)) {
    return { strategy, options: stated };
  }
  if (strategy.apiName(className, true) === name && custom) {
    return { strategy, options: { custom: true, ...stated } };
  }
  const kind = custom === isCustomName(name) ? {} : { custom };
  return { strategy, options: { apiName: name, ...kind, ...stated } };
}
