import type { SObjectOptions } from '../../metadata/decorators/sobject-options.interface.js';
import { objectAccess } from '../../metadata/object-access.js';
import { labelOf, pluralOf } from '../../schema/api-label.js';
import type { EntityPlan } from '../plan/entity-plan.interface.js';
import type { ObjectNaming } from './object-naming.js';

/** Stands for any entity: what can be done with records does not depend on the class. */
class AnyEntity {}

/** What `@SObject` has to say of an object but for its record types; the library's defaults say the rest. */
export function objectOptions({ definition }: EntityPlan, { options }: ObjectNaming): SObjectOptions {
  const { name, label, labelPlural } = definition;
  return {
    ...options,
    label: label === labelOf(name) ? undefined : label,
    labelPlural: labelPlural === pluralOf(label) ? undefined : labelPlural,
    ...accessOptions(definition),
  };
}

type Access = Pick<
  EntityPlan['definition'],
  'name' | 'createable' | 'updateable' | 'deletable' | 'queryable'
>;

function accessOptions({ name, createable, updateable, deletable, queryable }: Access): SObjectOptions {
  const isReadOnly = !createable && !updateable && !deletable;
  const made = objectAccess(AnyEntity, {}, name);
  const isMadeReadOnly = !made.createable && !made.updateable && !made.deletable;
  const readOnly = isReadOnly === isMadeReadOnly ? undefined : isReadOnly;
  const access = objectAccess(AnyEntity, { readOnly }, name);
  return {
    readOnly,
    creatable: createable === access.createable ? undefined : createable,
    updatable: updateable === access.updateable ? undefined : updateable,
    deletable: deletable === access.deletable ? undefined : deletable,
    queryable: queryable === access.queryable ? undefined : queryable,
  };
}
