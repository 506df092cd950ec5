import { literal } from '../code/literal.js';
import type { DecoratorModel } from '../model/decorator.model.js';
import type { FieldPlan } from '../plan/entity-plan.interface.js';
import { isWritableField } from './field-options.js';

/** JavaScript's numbers hold this many digits for certain; a range beyond is none. */
const SAFE_DIGITS = 15;

/** Decorators of class-validator for what the org would refuse; none on what only the org sets. */
export function validatorDecorators(plan: FieldPlan): readonly DecoratorModel[] {
  const { field } = plan;
  if (!isWritableField(field)) return [];
  const isOptional = field.nillable === true || field.defaultedOnCreate === true;
  return [...(isOptional ? [check('IsOptional')] : []), ...valueChecks(plan)];
}

function valueChecks(plan: FieldPlan): readonly DecoratorModel[] {
  const { type, length = 0 } = plan.field;
  const longest = length > 0 ? [check('MaxLength', literal(length))] : [];
  switch (type) {
    case 'boolean':
      return [check('IsBoolean')];
    case 'int':
    case 'long':
      return [check('IsInt'), ...range(plan)];
    case 'double':
    case 'currency':
    case 'percent':
      return [check('IsNumber'), ...range(plan)];
    case 'date':
      return [check('Matches', String.raw`/^\d{4}-\d{2}-\d{2}$/`)];
    case 'time':
      return [check('Matches', String.raw`/^\d{2}:\d{2}:\d{2}(?:\.\d{3})?Z?$/`)];
    case 'datetime':
      return [check('IsDate')];
    case 'email':
      return [check('IsEmail'), ...longest];
    case 'url':
      return [check('IsUrl'), ...longest];
    case 'picklist':
    case 'multipicklist':
      return picklistChecks(plan);
    case 'reference':
      return [check('IsString'), check('MaxLength', '18')];
    case 'string':
    case 'textarea':
    case 'phone':
    case 'combobox':
    case 'encryptedstring':
      return [check('IsString'), ...longest];
    default:
      return [];
  }
}

function picklistChecks({ field, constant }: FieldPlan): readonly DecoratorModel[] {
  const isList = field.type === 'multipicklist';
  const each = isList ? ['{ each: true }'] : [];
  if (constant === undefined || !field.restrictedPicklist) {
    return [...(isList ? [check('IsArray')] : []), check('IsString', ...each)];
  }
  const values = `picklistValues(${constant})`;
  return [...(isList ? [check('IsArray')] : []), check('IsIn', values, ...each)];
}

/** Of a number that takes so many digits in front of the point, and so many behind it. */
function range({ field }: FieldPlan): readonly DecoratorModel[] {
  const { precision = 0, scale = 0, digits = 0 } = field;
  const places = precision > 0 ? precision - scale : digits;
  if (places <= 0 || places > SAFE_DIGITS) return [];
  const decimals = '9'.repeat(Math.min(scale, SAFE_DIGITS - places));
  const most = '9'.repeat(places) + (decimals && `.${decimals}`);
  return [check('Min', `-${most}`), check('Max', most)];
}

function check(name: string, ...args: readonly string[]): DecoratorModel {
  return { name, args };
}
