import { SalesforceConfigurationException } from '../../../exceptions/salesforce-configuration.exception.js';
import type { FieldDefinition } from '../../../schema/sobject-definition.interface.js';
import type { Catalog } from '../../catalog/catalog.js';
import type { ObjectSchema } from '../../catalog/object-schema.js';
import { toWireRecord } from '../record-reader.js';
import { RecordTable } from '../record-table.js';
import type { SqliteDatabase, SqliteValue } from '../sqlite-database.interface.js';
import { TableSchema } from '../table-schema.js';
import type { FieldFormula } from './field-formula.interface.js';
import { compileFormula } from './formula-compiler.js';
import { FormulaError } from './formula-error.js';
import { parseFormula } from './formula-parser.js';
import { STANDARD_FORMULAS } from './standard-formulas.js';
import { asColumn, formulaType, fromColumn, type FormulaType, type FormulaValue } from './formula-value.js';

/**
 * A formula field of the embedded org: an expression in the platform's formula language, or a function of the record as the
 * API gives it.
 *
 * @publicApi
 */
export type EmbeddedFormula = string | ((record: Readonly<Record<string, unknown>>) => unknown);

/** By object and field. */
export type FormulaOptions = Readonly<Record<string, Readonly<Record<string, EmbeddedFormula>>>>;

interface ComputedField extends FieldFormula {
  evaluate(inputs: readonly SqliteValue[]): SqliteValue;
}

interface KnownField {
  /** The object as the catalog had it when this was made. */
  readonly object: ObjectSchema;
  readonly computed: ComputedField | undefined;
}

interface OrgFormulasDependencies {
  readonly catalog: Catalog;
  readonly database: SqliteDatabase;
  now(): Date;
}

/**
 * The formula fields of the org. They are computed whenever they are read, in SQL: by a function that is given the fields
 * that the formula names, so that queries can filter, sort, group and sum by them as by any other field.
 */
export class OrgFormulas {
  readonly #deps: OrgFormulasDependencies;
  readonly #table: RecordTable;
  readonly #given = new Map<string, EmbeddedFormula>();
  readonly #known = new Map<string, KnownField>();

  constructor(deps: OrgFormulasDependencies, formulas: FormulaOptions = {}) {
    this.#deps = deps;
    this.#table = new RecordTable(deps.database, new TableSchema(deps.database));
    for (const [object, fields] of Object.entries(formulas)) {
      for (const [field, formula] of Object.entries(fields)) {
        if (typeof formula === 'string') requireFormula(`${object}.${field}`, formula);
        this.#given.set(`${object}.${field}`.toLowerCase(), formula);
      }
    }
    deps.database.function('formula', (key, ...inputs) => {
      return this.#known.get(String(key))?.computed?.evaluate(inputs) ?? null;
    });
  }

  /** Undefined for a field that is none, or whose formula is beyond the org. */
  of(object: ObjectSchema, field: FieldDefinition): FieldFormula | undefined {
    const expression = field.calculatedFormula ?? STANDARD_FORMULAS[`${object.name}.${field.name}`];
    if (expression === undefined && this.#given.size === 0) return undefined;
    const key = `${object.name}.${field.name}`.toLowerCase();
    const whole = this.#deps.catalog.get(object.name) ?? object;
    const known = this.#known.get(key);
    if (known?.object === whole) return known.computed;
    const computed = this.#compute(key, whole, field, expression);
    this.#known.set(key, { object: whole, computed });
    return computed;
  }

  #compute(
    key: string,
    object: ObjectSchema,
    field: FieldDefinition,
    expression: string | undefined,
  ): ComputedField | undefined {
    const given = this.#given.get(key);
    if (typeof given === 'function') return this.#byFunction(key, object, field, given);
    const text = given ?? expression;
    if (text === undefined) return undefined;
    const blankAsZero = given !== undefined || field.formulaTreatNullNumberAsZero === true;
    try {
      return this.#byExpression(key, object, field, text, blankAsZero);
    } catch (error) {
      // A formula of the describe that goes beyond the org leaves its field empty, one of the options is a mistake.
      if (!(error instanceof FormulaError)) throw error;
      if (given !== undefined) throw unusable(key, error);
      return undefined;
    }
  }

  #byExpression(
    key: string,
    object: ObjectSchema,
    field: FieldDefinition,
    text: string,
    blankAsZero: boolean,
  ): ComputedField {
    const inputs: (readonly string[])[] = [];
    const types: FormulaType[] = [];
    const formula = compileFormula(parseFormula(text), {
      blankAsZero,
      input: (path) => {
        const type = this.#typeOf(object, path);
        types.push(type);
        return { place: inputs.push(path) - 1, type };
      },
    });
    const { now } = this.#deps;
    return {
      key,
      inputs,
      evaluate(values) {
        const known = values.map((value, place) => fromColumn(types[place]!, value));
        return asColumn(field, formula.evaluate(known, { now: now() }));
      },
    };
  }

  #byFunction(
    key: string,
    object: ObjectSchema,
    field: FieldDefinition,
    formula: Exclude<EmbeddedFormula, string>,
  ): ComputedField {
    return {
      key,
      inputs: [['Id']],
      evaluate: ([id]) => {
        const row = typeof id === 'string' ? this.#table.find(object, id) : undefined;
        if (!row) return null;
        return asColumn(field, asFormulaValue(formula(toWireRecord(object, row)), field));
      },
    };
  }

  /** What the field at the end of a path is. @throws FormulaError for a path that leads nowhere */
  #typeOf(object: ObjectSchema, path: readonly string[]): FormulaType {
    let reached = object;
    for (const relationship of path.slice(0, -1)) {
      const parents = reached.parent(relationship)?.referenceTo ?? [];
      const parent = parents.length > 0 ? this.#deps.catalog.get(parents.at(-1)!) : undefined;
      if (!parent) throw new FormulaError(`Field ${path.join('.')} does not exist. Check spelling.`);
      reached = parent;
    }
    const field = reached.field(path.at(-1)!);
    if (!field) throw new FormulaError(`Field ${path.join('.')} does not exist. Check spelling.`);
    return formulaType(field.type);
  }
}

function requireFormula(name: string, text: string): void {
  try {
    parseFormula(text);
  } catch (error) {
    throw unusable(name, error as Error);
  }
}

function unusable(name: string, cause: Error): SalesforceConfigurationException {
  return new SalesforceConfigurationException(`The formula of ${name} cannot be used: ${cause.message}`, {
    cause,
  });
}

function asFormulaValue(value: unknown, { type }: FieldDefinition): FormulaValue {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) {
    const text = value.toISOString();
    return type === 'date' ? text.slice(0, 10) : `${text.slice(0, 19)}.000Z`;
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
}
