import type { FieldDefinition } from '../../schema/sobject-definition.interface.js';
import type { FieldPlan } from '../plan/entity-plan.interface.js';

/** The TypeScript type of a field's property. */
export function propertyType(plan: FieldPlan): string {
  const type = valueType(plan);
  return plan.field.nillable && type !== 'unknown' ? `${type} | null` : type;
}

function valueType({ field, constant }: FieldPlan): string {
  if (constant === undefined) return typeOf(field.type);
  return field.type === 'multipicklist' ? `${constant}[]` : constant;
}

function typeOf(type: FieldDefinition['type']): string {
  switch (type) {
    case 'boolean':
      return 'boolean';
    case 'int':
    case 'long':
    case 'double':
    case 'currency':
    case 'percent':
      return 'number';
    case 'datetime':
      return 'Date';
    case 'multipicklist':
    case 'junctionidlist':
      return 'string[]';
    case 'anyType':
    case 'complexvalue':
      return 'unknown';
    case 'date':
      return 'DateString';
    case 'time':
      return 'TimeString';
    case 'base64':
      return 'Binary';
    case 'address':
      return 'Address';
    case 'location':
      return 'Geolocation';
    default:
      return 'string';
  }
}
