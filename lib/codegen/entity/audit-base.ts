import type { InspectOptions } from '../inspect-options.interface.js';
import type { MemberModel } from '../model/member.model.js';
import type { ClassModel } from '../model/statement.model.js';
import type { KnownNames } from '../known-names.interface.js';
import { BASE_NAME } from '../naming/class-names.js';

/** What the org keeps about every record, in the order that the base says it. */
const AUDIT_FIELDS: readonly string[] = [
  'Id',
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
  'SystemModstamp',
  'IsDeleted',
];

/** Fewer fields than these are sooner written than looked up in a base. */
const FEWEST_MEMBERS = 3;

/** The members that a base class may take over from an entity. */
function auditMembers(members: readonly MemberModel[]): readonly MemberModel[] {
  const byKey = new Map(members.map((member) => [member.key, member]));
  return AUDIT_FIELDS.map((name) => byKey.get(`field ${name}`)).filter((member) => member !== undefined);
}

/**
 * The base of the entities that have the same audit fields, to the letter; the variant that most of them have. There is none
 * where no two are alike.
 */
export class AuditBase {
  readonly model: ClassModel | undefined;
  readonly #members: string | undefined;

  constructor(entities: readonly ClassModel[], { classPrefix = '' }: InspectOptions, names?: KnownNames) {
    const variants = new Map<string, { count: number; readonly members: readonly MemberModel[] }>();
    for (const members of entities.map((entity) => auditMembers(entity.members))) {
      const known = variants.get(JSON.stringify(members));
      if (known) known.count++;
      else variants.set(JSON.stringify(members), { count: 1, members });
    }
    const [most] = [...variants.values()]
      .filter(({ count, members }) => count > 1 && members.length >= FEWEST_MEMBERS)
      .toSorted((one, other) => other.count - one.count || other.members.length - one.members.length);
    if (!most) return;
    this.#members = JSON.stringify(most.members);
    this.model = {
      kind: 'class',
      key: 'base',
      name: names?.className('base') ?? `${classPrefix}${BASE_NAME}`,
      docs: ['What the org keeps of every record: who made and who changed it, and when.'],
      abstract: true,
      decorators: [],
      members: most.members,
    };
  }

  /** The entity with the base in place of those members, if they are the base's. */
  appliedTo(entity: ClassModel): ClassModel {
    const own = auditMembers(entity.members);
    if (!this.model || JSON.stringify(own) !== this.#members) return entity;
    const members = entity.members.filter((member) => !own.includes(member));
    // The relations over inherited foreign keys follow the entity's own fields.
    return {
      ...entity,
      extends: this.model.name,
      members: [
        ...members.filter((member) => !isAuditRelation(member) && !isChildren(member)),
        ...members.filter(isAuditRelation),
        ...members.filter(isChildren),
      ],
    };
  }
}

function isChildren({ key }: MemberModel): boolean {
  return key.startsWith('children ');
}

function isAuditRelation({ key }: MemberModel): boolean {
  return AUDIT_FIELDS.some((name) => key === `parent ${name}`);
}
