import { childRelationshipName, parentRelationshipName } from '../../metadata/naming-strategy.js';
import { textLiteral } from '../code/literal.js';
import type { DecoratorModel } from '../model/decorator.model.js';
import type { MemberModel } from '../model/member.model.js';
import type { ChildrenPlan, ParentPlan } from '../plan/entity-plan.interface.js';

/** A property for the record that a foreign key points at. */
export function parentMember(plan: ParentPlan): MemberModel {
  const { key, property, foreignKey, kind, polymorphic } = plan;
  const classes = plan.targets.map(({ className }) => className);
  const [only = ''] = classes;
  const decorator = kind === 'master-detail' ? 'MasterDetail' : 'Lookup';
  const type = polymorphic
    ? `Polymorphic<{ ${classes.map((name) => `${name}: ${name}`).join('; ')} }>`
    : `Related<${only}>`;
  // Of a polymorphic parent, some kinds may be out of the selection, and so the property empty.
  const nullable = foreignKey.field.nillable || polymorphic;
  return {
    key,
    name: property,
    docs: [],
    decorators: [
      {
        name: decorator,
        args: [
          polymorphic ? `() => ({ ${classes.join(', ')} })` : `() => ${only}`,
          textLiteral(foreignKey.property),
          ...relationshipOption(plan.relationshipName, parentRelationshipName(foreignKey.field.name)),
        ],
      },
    ],
    readonly: false,
    optional: true,
    type: nullable ? `${type} | null` : type,
  };
}

/** A property for the records that point here. */
export function childrenMember(plan: ChildrenPlan): MemberModel {
  const { key, property, target, inverse, foreignKey, relationshipName } = plan;
  const { className } = target;
  return {
    key,
    name: property,
    docs: [],
    decorators: [
      {
        name: 'Children',
        args: [
          `() => ${className}`,
          textLiteral(inverse),
          ...relationshipOption(relationshipName, childRelationshipName(property, foreignKey)),
        ],
      },
    ],
    readonly: false,
    optional: true,
    type: `Related<${className}[]>`,
  };
}

function relationshipOption(name: string, byRule: string | undefined): DecoratorModel['args'] {
  return name === byRule ? [] : [{ options: [['relationshipName', textLiteral(name)]] }];
}
