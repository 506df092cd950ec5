import type { FieldPair, Finding } from './field-pair.interface.js';

/** What the code may write and the connected user may not. */
export function checkFieldAccess({ field, actual, object }: FieldPair): readonly Finding[] {
  // What the user may not do with any record is told once, of the object.
  const setRefused = field.createable && !actual.createable && object.createable;
  const changeRefused = field.updateable && !actual.updateable && object.updateable;
  if (!setRefused && !changeRefused) return [];
  const isComputed = actual.calculated === true || actual.autoNumber === true;
  const both = setRefused && changeRefused;
  const option = both ? 'readOnly: true' : setRefused ? 'creatable: false' : 'updatable: false';
  const verb = both ? 'written' : setRefused ? 'set by an insert' : 'changed by an update';
  if (isComputed) {
    const message = `can be ${verb} here and is ${actual.autoNumber ? 'numbered' : 'calculated'} by the org: such writes are refused.`;
    return [{ severity: 'warning', code: 'field-access', message, fix: `Say ${option}.` }];
  }
  return [
    {
      severity: 'warning',
      code: 'field-access',
      message: `can be ${verb} here and not by the connected user: such writes are refused.`,
      fix: `Let the user edit the field (field-level security), or say ${option}.`,
    },
  ];
}
