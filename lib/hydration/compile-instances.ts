import type { BinarySource } from '../protocol/binary.js';
import type { WireRecord } from '../protocol/query-response.interface.js';

/** Turns a wire value, which is not null, into the value of a property; content is read from the source later. */
export type ValueDecoder = (value: unknown, source: BinarySource) => unknown;

/** How one property gets its value; `key` is the name on the wire. */
export interface HydrationStep {
  readonly property: string;
  readonly key: string;
  readonly decode: ValueDecoder | undefined;
  /** The value where the wire has none. */
  readonly absent: () => unknown;
}

/** Makes an instance of a record: with the prototype, without the constructor, with exactly the properties of the steps. */
export type InstanceMaker = (record: WireRecord, source: BinarySource) => object;

/** As many records are made step by step before code for them is worth its compilation. */
const RECORDS_BEFORE_CODE = 500;

/**
 * A maker that gets faster as it is used: the first records go step by step, and for the rest there is code of its own,
 * which stores into objects that have all their room from the start. Where a process may not generate code
 * (`--disallow-code-generation-from-strings`), all of them go step by step.
 */
export function compileInstances(prototype: object, steps: readonly HydrationStep[]): InstanceMaker {
  let make = interpret(prototype, steps);
  let made = 0;
  return (record, source) => {
    if (made++ === RECORDS_BEFORE_CODE) make = generate(prototype, steps) ?? make;
    return make(record, source);
  };
}

function interpret(prototype: object, steps: readonly HydrationStep[]): InstanceMaker {
  const Instance = constructorOf(function () {}, prototype);
  return (record, source) => {
    const entity = new Instance(record, source);
    for (const { property, key, decode, absent } of steps) {
      const value = valueOf(record, key);
      if (value === null || value === undefined) entity[property] = absent();
      else entity[property] = decode === undefined ? value : decode(value, source);
    }
    return entity;
  };
}

/** Names enter the code as JSON texts only, which are string literals whatever they hold. */
function generate(prototype: object, steps: readonly HydrationStep[]): InstanceMaker | undefined {
  const code = `
    ${steps.map((_, i) => `const { decode: decode${i}, absent: absent${i} } = steps[${i}];`).join('\n')}
    return function (record, source) {
      let value;
      ${steps.map(assignment).join('\n')}
    };`;
  try {
    // oxlint-disable-next-line no-new-func, no-implied-eval -- twice as fast as a loop, and built of quoted names alone
    const constructor = new Function('steps', 'otherwiseSpelled', code)(
      steps,
      otherwiseSpelled,
    ) as () => void;
    const Instance = constructorOf(constructor, prototype);
    return (record, source) => new Instance(record, source);
  } catch (error) {
    if (error instanceof EvalError) return undefined;
    throw error;
  }
}

function assignment({ property, key, decode }: HydrationStep, i: number): string {
  const [name, target] = [JSON.stringify(key), JSON.stringify(property)];
  return `
    value = record[${name}];
    if (value === undefined) value = otherwiseSpelled(record, ${name});
    this[${target}] = value === null || value === undefined ? absent${i}() : ${decode ? `decode${i}(value, source)` : 'value'};`;
}

/** `Object.create(prototype)`, at half its cost: from a constructor the engine learns how much room an instance takes. */
function constructorOf(constructor: () => void, prototype: object) {
  constructor.prototype = prototype;
  return constructor as unknown as new (record: WireRecord, source: BinarySource) => Record<string, unknown>;
}

function valueOf(record: WireRecord, key: string): unknown {
  const value = record[key];
  return value === undefined ? otherwiseSpelled(record, key) : value;
}

/** Records come with the names of the describe, which an entity may spell in another case. */
function otherwiseSpelled(record: WireRecord, key: string): unknown {
  const lowerCase = key.toLowerCase();
  const spelling = Object.keys(record).find((name) => name.toLowerCase() === lowerCase);
  return spelling === undefined ? undefined : record[spelling];
}
