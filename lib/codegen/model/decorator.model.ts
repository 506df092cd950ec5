/** The options of a decorator, in order: names, and the code of their values. */
export interface DecoratorOptions {
  readonly options: readonly (readonly [name: string, code: string])[];
}

/** A decorator, called with code or with one object of options. */
export interface DecoratorModel {
  readonly name: string;
  readonly args: readonly (string | DecoratorOptions)[];
}
