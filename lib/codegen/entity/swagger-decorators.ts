import { literal } from '../code/literal.js';
import { optionsCode } from '../code/options-code.js';
import type { DecoratorModel } from '../model/decorator.model.js';
import type { FieldPlan } from '../plan/entity-plan.interface.js';
import { isWritableField } from './field-options.js';
import { docsOf } from './docs.js';

/** `@ApiProperty(…)`, which says of a field's property what the reader of an API wants to know. */
export function swaggerDecorators(plan: FieldPlan | 'id'): readonly DecoratorModel[] {
  const name = 'ApiProperty';
  if (plan === 'id')
    return [{ name, args: [{ options: [['type', 'String'], ...optionsCode({ readOnly: true })] }] }];
  const { field, property } = plan;
  const isReadOnly = !isWritableField(field);
  const options = [
    ...typeOptions(plan),
    ...optionsCode({
      maxLength: isText(plan) && (field.length ?? 0) > 0 ? field.length : undefined,
      nullable: field.nillable || undefined,
      readOnly: isReadOnly || undefined,
      description: docsOf(field.label, field.inlineHelpText, [property]).join(' ') || undefined,
    }),
  ];
  return [{ name, args: [{ options }] }];
}

type OptionCode = readonly [name: string, code: string];

function typeOptions({ field, constant }: FieldPlan): readonly OptionCode[] {
  if (constant !== undefined && field.restrictedPicklist) {
    const values = `picklistValues(${constant})`;
    return [['enum', values], ...(field.type === 'multipicklist' ? [['isArray', 'true'] as const] : [])];
  }
  switch (field.type) {
    case 'boolean':
      return [['type', 'Boolean']];
    case 'int':
    case 'long':
      return [['type', literal('integer')]];
    case 'double':
    case 'currency':
    case 'percent':
      return [['type', 'Number']];
    case 'datetime':
      return [['type', 'Date']];
    case 'date':
    case 'time':
    case 'email':
      return text(field.type);
    case 'url':
      return text('uri');
    case 'base64':
      return text('byte');
    case 'multipicklist':
    case 'junctionidlist':
      return [['type', '[String]']];
    case 'address':
    case 'location':
    case 'anyType':
    case 'complexvalue':
      return [['type', 'Object']];
    default:
      return [['type', 'String']];
  }
}

function text(format: string): readonly OptionCode[] {
  return [
    ['type', 'String'],
    ['format', literal(format)],
  ];
}

const TEXTS: ReadonlySet<string> = new Set([
  'string',
  'textarea',
  'email',
  'phone',
  'url',
  'encryptedstring',
]);

function isText({ field }: FieldPlan): boolean {
  return TEXTS.has(field.type);
}
