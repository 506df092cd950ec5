/** One name that a file imports. */
export interface ImportModel {
  /** Module specifier: a package, or a file of the folder with the ending the options ask for. */
  readonly from: string;
  readonly name: string;
  /** Whether the name is used in types alone. */
  readonly typeOnly: boolean;
}
