import type { DataCategories, SecurityMode } from '../../ast/with-clause.js';

/** `WITH DIVISION = 'Global'` */
export interface DivisionOption {
  readonly kind: 'division';
  readonly name: string;
}

/** `WITH NETWORK = '0DB…'`, `WITH NETWORK IN ('0DB…', '0DB…')` */
export interface NetworkOption {
  readonly kind: 'network';
  readonly ids: readonly string[];
}

/** `WITH PricebookId = '01s…'`, `WITH PricebookId IN ('01s…', '01s…')` */
export interface PricebookOption {
  readonly kind: 'pricebook';
  readonly ids: readonly string[];
}

/** `WITH SNIPPET (target_length = 120)` */
export interface SnippetOption {
  readonly kind: 'snippet';
  readonly targetLength?: number;
}

/** `WITH HIGHLIGHT` */
export interface HighlightOption {
  readonly kind: 'highlight';
}

/** `WITH SPELL_CORRECTION = false` */
export interface SpellCorrectionOption {
  readonly kind: 'spell-correction';
  readonly enabled: boolean;
}

/** `WITH METADATA = 'LABELS'` */
export interface MetadataOption {
  readonly kind: 'metadata';
  readonly value: string;
}

/** One `WITH` of a search; a search may have several. */
export type SearchOption =
  | DivisionOption
  | DataCategories
  | NetworkOption
  | PricebookOption
  | SnippetOption
  | HighlightOption
  | SpellCorrectionOption
  | MetadataOption
  | SecurityMode;
