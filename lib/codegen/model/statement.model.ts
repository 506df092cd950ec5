import type { DecoratorModel } from './decorator.model.js';
import type { MemberModel } from './member.model.js';

/** An entity, or the base that entities share. */
export interface ClassModel {
  readonly kind: 'class';
  /** What the class stands for, whatever its name: `object Account`, or `base`. */
  readonly key: string;
  readonly name: string;
  /** Paragraphs of the doc comment. */
  readonly docs: readonly string[];
  readonly abstract?: boolean;
  readonly extends?: string;
  readonly decorators: readonly DecoratorModel[];
  readonly members: readonly MemberModel[];
}

/** `export const … = …;` */
export interface ConstModel {
  readonly kind: 'const';
  /** `picklist Account.Rating`, or `record types Account`. */
  readonly key: string;
  readonly name: string;
  readonly docs: readonly string[];
  /** Code of the value, as the printer lays it out. */
  readonly value: string;
}

/** `export type … = …;` */
export interface TypeModel {
  readonly kind: 'type';
  /** As that of the constant the type is made of. */
  readonly key: string;
  readonly name: string;
  readonly docs: readonly string[];
  /** Code of the type. */
  readonly type: string;
}

/** `export * from '…';` */
export interface ReExportModel {
  readonly kind: 're-export';
  /** The file, as an import names it. */
  readonly from: string;
}

export type StatementModel = ClassModel | ConstModel | TypeModel | ReExportModel;
