import type { FieldPair, Finding } from './field-pair.interface.js';

/** Whether a value can be absent, what the org makes of it, and which values there are. */
export function checkValues(pair: FieldPair): readonly Finding[] {
  return [
    ...checkNullability(pair),
    ...checkDefault(pair),
    ...checkFormula(pair),
    ...checkExternalId(pair),
    ...checkUnique(pair),
  ];
}

function checkNullability({ field, actual, object }: FieldPair): readonly Finding[] {
  if (actual.type === 'boolean' || actual.type === 'id') return [];
  if (!field.nillable && actual.nillable) {
    return [
      {
        severity: 'warning',
        code: 'nullability',
        message:
          'always has a value here and can be empty in the org: null turns up where nothing expects it.',
        fix: "Add '| null' to the property's type and drop nillable: false, or make the field required in the org.",
      },
    ];
  }
  const isRequired = !actual.nillable && actual.createable && !actual.defaultedOnCreate;
  if (!field.nillable || !isRequired || !object.createable) return [];
  return [
    {
      severity: 'info',
      code: 'nullability',
      message: 'can be empty here and is required in the org: an insert without it is refused.',
      fix: "Say nillable: false, and drop '| null' from the property's type.",
    },
  ];
}

function checkDefault({ field, actual }: FieldPair): readonly Finding[] {
  const isRequired = !actual.nillable && actual.createable === true && actual.type !== 'boolean';
  if (!field.defaultedOnCreate || actual.defaultedOnCreate || !isRequired) return [];
  return [
    {
      severity: 'warning',
      code: 'default',
      message:
        'has a default here and none in the org, where it is required: an insert without it is refused.',
      fix: 'Drop defaultedOnCreate and defaultValue, and give the field a value with every insert.',
    },
  ];
}

function checkFormula({ field, actual }: FieldPair): readonly Finding[] {
  const { formula } = field;
  if (formula === undefined || !actual.calculated || actual.calculatedFormula === undefined) return [];
  if (formula.trim() === actual.calculatedFormula.trim()) return [];
  return [
    {
      severity: 'info',
      code: 'formula',
      message: 'is computed by another formula in the org.',
      fix: 'Take over the text of the formula.',
    },
  ];
}

function checkExternalId({ field, actual }: FieldPair): readonly Finding[] {
  if (!field.externalId || actual.externalId || actual.idLookup) return [];
  return [
    {
      severity: 'error',
      code: 'external-id',
      message: 'is an external id here and none in the org: upserts by it are refused.',
      fix: 'Mark the field as an external id in the org, or drop externalId: true.',
    },
  ];
}

function checkUnique({ field, actual }: FieldPair): readonly Finding[] {
  const isUnique = actual.unique === true;
  if (field.unique === isUnique || actual.type === 'id') return [];
  return [
    {
      severity: 'info',
      code: 'unique',
      message: isUnique
        ? 'is unique in the org: a value that another record has is refused.'
        : 'is unique here and not in the org: several records can have a value.',
      fix: isUnique ? 'Say unique: true.' : 'Drop unique: true, or make the field unique in the org.',
    },
  ];
}
