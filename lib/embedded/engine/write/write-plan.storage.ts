import type { ObjectSchema } from '../../catalog/object-schema.js';
import { DerivedFields } from '../derivation/derived-fields.js';
import type { RecordTarget } from '../permissions/record-access.js';
import { InsertPlan } from './insert-plan.js';
import type { RecordInput } from './record-input.js';
import { UpdatePlan } from './update-plan.js';

/** Enough for the ways in which applications write an object; bodies of every make must not hold memory. */
const MAX_PLANS = 200;

interface ObjectPlans {
  readonly derived: DerivedFields;
  readonly inserts: Map<string, InsertPlan>;
  readonly updates: Map<string, UpdatePlan>;
}

/** Plans of writes, by the object as the catalog has it now for whoever writes, and by the fields given. */
export class WritePlanStorage {
  readonly #input: RecordInput;
  readonly #plans = new WeakMap<ObjectSchema, ObjectPlans>();

  constructor(input: RecordInput) {
    this.#input = input;
  }

  /** @throws OrgError for a name that the object does not have, or that cannot be written */
  insertion({ object, seen }: RecordTarget, values: Readonly<Record<string, unknown>>): InsertPlan {
    const { derived, inserts } = this.#of(object, seen);
    return kept(inserts, givenNames(values), (names) => {
      return new InsertPlan(object, this.#input.columns(seen, names, 'create'), derived);
    });
  }

  /** @throws OrgError for a name that the object does not have, or that cannot be written */
  change({ object, seen }: RecordTarget, values: Readonly<Record<string, unknown>>): UpdatePlan {
    const { derived, updates } = this.#of(object, seen);
    return kept(updates, givenNames(values), (names) => {
      return new UpdatePlan(object, this.#input.columns(seen, names, 'update'), derived);
    });
  }

  #of(object: ObjectSchema, seen: ObjectSchema): ObjectPlans {
    let plans = this.#plans.get(seen);
    if (!plans) {
      plans = { derived: new DerivedFields(object), inserts: new Map(), updates: new Map() };
      this.#plans.set(seen, plans);
    }
    return plans;
  }
}

/** The properties of a body. One beside them that is `undefined` counts as not given. */
function givenNames(values: Readonly<Record<string, unknown>>): string[] {
  const names = Object.keys(values);
  for (const name of names) {
    if (values[name] === undefined || name === 'attributes') {
      return names.filter((each) => values[each] !== undefined && each !== 'attributes');
    }
  }
  return names;
}

function kept<Plan>(plans: Map<string, Plan>, names: string[], make: (names: string[]) => Plan): Plan {
  // The names of fields have no commas; a name with one makes another number of names.
  const key = `${names.length} ${names.join()}`;
  const known = plans.get(key);
  if (known) return known;
  const plan = make(names);
  if (plans.size >= MAX_PLANS) plans.clear();
  plans.set(key, plan);
  return plan;
}
