import type { DiagramFields } from '../../schema/diagram/diagram-options.interface.js';
import type { TargetOptions } from '../target/target.interface.js';

/** The forms that a diagram can be written in. */
export type DiagramFormat = 'mermaid' | 'svg';

export interface ErdCommandOptions extends TargetOptions {
  readonly exclude: readonly string[];
  readonly entities?: readonly string[] | true;
  readonly namespace?: string;
  readonly format?: DiagramFormat;
  readonly out?: string;
  readonly title?: string;
  readonly fields: DiagramFields;
  readonly depth: number;
  readonly children: boolean;
  readonly audit: boolean;
  readonly json: boolean;
}
