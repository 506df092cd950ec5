import type { DecoratorModel } from './decorator.model.js';

/** A property of a class. */
export interface MemberModel {
  /**
   * What the property stands for, whatever its name: `field AnnualRevenue`, `parent OwnerId`, or
   * `children Contact.AccountId`. There is one parent a foreign key.
   */
  readonly key: string;
  readonly name: string;
  /** Paragraphs of the doc comment. */
  readonly docs: readonly string[];
  readonly decorators: readonly DecoratorModel[];
  readonly readonly: boolean;
  /** With `?`; a property without is there once it was selected, and takes a `!`. */
  readonly optional: boolean;
  /** Code of the TypeScript type. */
  readonly type: string;
}
