type Keys<Shape> = Shape extends object ? keyof Shape : never;

// Matching one property is far cheaper here than looking it up by its key, which instantiates all of them.
type ValueAt<Shape, K extends PropertyKey> = Shape extends { readonly [P in K]?: infer V } ? V : never;

type Item<Shape> = Shape extends readonly (infer I)[] ? I : never;

/** What plain data is made of below its objects. */
type Leaf = string | number | bigint | boolean | Date | null | undefined;

/**
 * `T`, with `never` for every property that `Shape` does not know, at any depth. A type parameter inferred from an object
 * literal escapes the compiler's own check for unknown properties; intersected with this it does not.
 *
 * @internal
 */
export type Exact<Shape, T> = T extends Leaf
  ? T
  : T extends readonly unknown[]
    ? { readonly [I in keyof T]: Exact<Item<Shape>, T[I]> }
    : { readonly [K in keyof T]: K extends Keys<Shape> ? Exact<ValueAt<Shape, K>, T[K]> : never };
