import type { InspectOptions } from '../inspect-options.interface.js';
import type { MemberModel } from '../model/member.model.js';
import type { ClassModel } from '../model/statement.model.js';
import type { EntityPlan } from '../plan/entity-plan.interface.js';
import { docsOf } from './docs.js';
import { FieldMembers } from './field-members.js';
import { objectDecorator } from './object-decorator.js';
import { objectNaming } from './object-naming.js';
import { childrenMember, parentMember } from './relation-members.js';

/** What some kinds of objects are, which their classes' names no longer tell. */
const KINDS: Readonly<Record<string, string>> = {
  __b: 'A big object.',
  __e: 'A platform event.',
  __mdt: 'A custom metadata type.',
  __x: 'An external object.',
};

/** The class of an entity: its fields, each foreign key followed by its relation, then the children. */
export function entityClass(plan: EntityPlan, options: InspectOptions): ClassModel {
  const { definition, className } = plan;
  const naming = objectNaming(plan, options.namespace);
  const members = new FieldMembers(plan, naming.strategy, options);
  const parentOf = new Map(plan.parents.map((parent) => [parent.foreignKey, parent]));
  const kind = KINDS[/__[a-z]+$/i.exec(definition.name)?.[0].toLowerCase() ?? ''];
  return {
    kind: 'class',
    key: `object ${definition.name}`,
    name: className,
    docs: [
      ...docsOf(definition.label, undefined, [className, definition.name]),
      ...(kind === undefined ? [] : [kind]),
    ],
    decorators: [objectDecorator(plan, naming)],
    members: [
      members.id(),
      ...plan.fields.flatMap((field): MemberModel[] => {
        const parent = parentOf.get(field);
        return [members.field(field), ...(parent ? [parentMember(parent)] : [])];
      }),
      ...plan.children.map((children) => childrenMember(children)),
    ],
  };
}
