import type {
  DivisionOption,
  HighlightOption,
  MetadataOption,
  NetworkOption,
  PricebookOption,
  SnippetOption,
  SpellCorrectionOption,
} from '../search-option.js';

export function divisionOption(name: string): DivisionOption {
  return { kind: 'division', name };
}

/** Records of any of the networks (Experience Cloud sites). */
export function networkOption(ids: readonly string[]): NetworkOption {
  return { kind: 'network', ids };
}

/** Products of any of the price books. */
export function pricebookOption(ids: readonly string[]): PricebookOption {
  return { kind: 'pricebook', ids };
}

export function snippetOption(targetLength?: number): SnippetOption {
  return { kind: 'snippet', targetLength };
}

export function highlightOption(): HighlightOption {
  return { kind: 'highlight' };
}

export function spellCorrectionOption(enabled: boolean): SpellCorrectionOption {
  return { kind: 'spell-correction', enabled };
}

/** `LABELS` is the only value there is. */
export function metadataOption(value: string): MetadataOption {
  return { kind: 'metadata', value };
}
