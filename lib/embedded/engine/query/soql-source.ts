import { queryErrorMessage } from '../../../soql/query-error-message.js';
import { OrgError } from '../../org-error.js';

/** The text a query was parsed from: knows how to point at the part of it that is refused. */
export class SoqlSource {
  constructor(
    readonly text: string,
    readonly positionOf: (node: object) => number | undefined,
  ) {}

  /** A refusal of `node`, in the platform's form: the line, a caret under the node, the row and column, the reason. */
  refusal(errorCode: string, reason: string, node?: object): OrgError {
    const offset = node && this.positionOf(node);
    return new OrgError(
      errorCode,
      offset === undefined ? reason : queryErrorMessage(this.text, offset, reason),
    );
  }
}
