/** Conditions that must all hold, as one; undefined when there are none. */
export function allConditions(conditions: readonly unknown[]): unknown {
  return conditions.length > 1 ? { AND: conditions } : conditions[0];
}
