import { bracketed, fits, INDENT } from '../code/layout.js';
import { memberName, textLiteral } from '../code/literal.js';
import type { ConstModel, StatementModel, TypeModel } from '../model/statement.model.js';
import { printOption } from '../print/option-printer.js';
import { constantKey } from '../naming/constant-names.js';
import type { EntityPlan, FieldPlan } from '../plan/entity-plan.interface.js';
import { picklistOptions } from '../plan/picklist-options.js';
import { ownRecordTypes } from '../plan/record-types.js';

/** Lists of what one may choose from, each with the type of its values: the record types, then the picklists. */
export function choiceConstants(plan: EntityPlan): readonly StatementModel[] {
  return [
    ...(plan.recordTypes === undefined ? [] : recordTypeConstant(plan, plan.recordTypes)),
    ...plan.fields.flatMap((field) =>
      field.constant === undefined ? [] : picklistConstant(plan.definition.name, field, field.constant),
    ),
  ];
}

function recordTypeConstant({ definition }: EntityPlan, name: string): readonly StatementModel[] {
  const key = constantKey.recordTypes(definition.name);
  const members = ownRecordTypes(definition).map((type) =>
    printOption(memberName(type.developerName), textLiteral(type.name), INDENT),
  );
  const value = `${bracketed(['{', '}'], members, { before: declarationOf(name), behind: ' as const;' })} as const`;
  return [
    { kind: 'const', key, name, docs: [], value },
    { kind: 'type', key, name, docs: [], type: `keyof typeof ${name}` },
  ];
}

function picklistConstant(
  object: string,
  { field }: FieldPlan,
  name: string,
): readonly [ConstModel, TypeModel] {
  const key = constantKey.picklist(object, field.name);
  const options = picklistOptions(field);
  const items = options.map(({ value, label }) =>
    label === value ? textLiteral(value) : optionCode(value, label),
  );
  // Prettier breaks lists of nothing but objects.
  const broken = items.length > 1 && options.every(({ value, label }) => label !== value);
  const value = `${bracketed(['[', ']'], items, { before: declarationOf(name), behind: ' as const;', broken })} as const`;
  const union = field.restrictedPicklist ? 'PicklistValue' : 'OpenPicklistValue';
  return [
    { kind: 'const', key, name, docs: [], value },
    { kind: 'type', key, name, docs: [], type: `${union}<typeof ${name}>` },
  ];
}

function optionCode(value: string, label: string): string {
  const members = [
    ['value', textLiteral(value)],
    ['label', textLiteral(label)],
  ] as const;
  const line = `{ ${members.map(([name, code]) => `${name}: ${code}`).join(', ')} }`;
  if (fits(`${INDENT}${line},`)) return line;
  const lines = members.map(([name, code]) => printOption(name, code, INDENT + INDENT));
  return bracketed(['{', '}'], lines, { indent: INDENT, broken: true });
}

function declarationOf(name: string): string {
  return `export const ${name} = `;
}
