export type FormulaOperator =
  '||' | '&&' | '=' | '<>' | '<' | '>' | '<=' | '>=' | '&' | '+' | '-' | '*' | '/' | '^';

/** A formula as it is written: `IF(Amount > 1000, Account.Name & "!", "")`. */
export type FormulaNode =
  | { readonly kind: 'literal'; readonly value: number | string | boolean | null }
  | { readonly kind: 'field'; readonly path: readonly string[] }
  /** The name in capitals. */
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly FormulaNode[] }
  | { readonly kind: 'negation'; readonly operator: '-' | '!'; readonly operand: FormulaNode }
  | {
      readonly kind: 'binary';
      readonly operator: FormulaOperator;
      readonly left: FormulaNode;
      readonly right: FormulaNode;
    };
