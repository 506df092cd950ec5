import { parse } from '@babel/parser';
import { SalesforceConfigurationException } from '../../../exceptions/salesforce-configuration.exception.js';
import type { SyntaxTree } from './syntax.js';

interface SyntaxProblem extends SyntaxError {
  readonly loc?: { readonly line: number; readonly column: number };
}

/** The syntax tree of a TypeScript module. @throws SalesforceConfigurationException that names file, line and column */
export function parseSource(path: string, text: string): SyntaxTree {
  try {
    return parse(text, {
      sourceType: 'module',
      plugins: ['typescript', 'decorators-legacy', 'decoratorAutoAccessors'],
      // What other files of the program declare is not known here.
      allowUndeclaredExports: true,
      attachComment: false,
    });
  } catch (error) {
    const { loc, message } = error as SyntaxProblem;
    const position = loc ? `:${loc.line}:${loc.column + 1}` : '';
    throw new SalesforceConfigurationException(
      `${path}${position} cannot be read: ${message.replace(/\.?\s*(?:\(\d+:\d+\))?$/, '')}. Correct the file; nothing was written.`,
      { cause: error },
    );
  }
}
