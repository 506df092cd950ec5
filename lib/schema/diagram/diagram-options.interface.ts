/** Which fields of an object are shown. */
export type DiagramFields = 'all' | 'keys' | 'required';

export interface DiagramOptions {
  /** @default 'Salesforce objects' */
  readonly title?: string;
  /**
   * `keys` shows the id, the name, references and what is unique; `required` also what a new record needs a value for; `all`
   * shows every field.
   *
   * @default 'keys'
   */
  readonly fields?: DiagramFields;
  /**
   * Whether owner, creator and what else the platform keeps of nearly every record is shown.
   *
   * @default true
   */
  readonly audit?: boolean;
}
