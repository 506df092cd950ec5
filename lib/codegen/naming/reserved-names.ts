import { IMPORTED_NAMES } from '../entity/import-resolver.js';

/** What JavaScript and TypeScript have of their own, so that code beside the classes reads as it does elsewhere. */
const BUILT_IN = `AggregateError Array ArrayBuffer Atomics BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError
  FinalizationRegistry Float32Array Float64Array Function Infinity Int16Array Int32Array Int8Array Intl Iterator JSON Map Math NaN
  Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set SharedArrayBuffer String SuppressedError Symbol
  SyntaxError Temporal TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet
  Awaited Capitalize ConstructorParameters Exclude Extract InstanceType Lowercase NoInfer NonNullable Omit Parameters Partial Pick
  Readonly ReadonlyArray Record Required ReturnType ThisType Uncapitalize Uppercase`;

/** What no class can be called: reserved words, also those of modules, and names of types. */
const WORDS: ReadonlySet<string> = new Set(
  `any arguments as async await bigint boolean break case catch class const continue debugger default delete do else enum eval
  export extends false finally for function if implements import in instanceof interface let never new null number object of
  package private protected public return static string super switch symbol this throw true try type typeof undefined unknown
  var void while with yield`.split(/\s+/),
);

/** Files of these names cannot be made on Windows, whatever their ending. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

const BUILT_INS: ReadonlySet<string> = new Set(BUILT_IN.split(/\s+/));

/** What every object or class has, what queries give a meaning of their own, and modifiers that stand before a property. */
const PROPERTY_NAMES: ReadonlySet<string> = new Set(
  `constructor hasOwnProperty isPrototypeOf propertyIsEnumerable prototype toJSON toLocaleString toString valueOf then __proto__
  __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ $type AND OR NOT
  abstract accessor async declare get override private protected public readonly set static`.split(/\s+/),
);

/** Whether a class may have the name. */
export function isClassName(name: string): boolean {
  return (
    /^[A-Z_$][\w$]*$/i.test(name) &&
    !IMPORTED_NAMES.has(name) &&
    !BUILT_INS.has(name) &&
    !WORDS.has(name) &&
    !DEVICES.test(name)
  );
}

/** Whether a property may have the name: reserved words such as `default` may be properties, and are. */
export function isPropertyName(name: string): boolean {
  return /^[A-Z_$][\w$]*$/i.test(name) && !PROPERTY_NAMES.has(name);
}
