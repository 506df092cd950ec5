/** How the value of a field is computed from others: by the SQL function `formula(key, …inputs)`. */
export interface FieldFormula {
  readonly key: string;
  /** The paths of the fields that the function is given, from the record itself. */
  readonly inputs: readonly (readonly string[])[];
}
