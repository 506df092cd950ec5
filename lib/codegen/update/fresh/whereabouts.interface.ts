/** Where what a folder's files export stands: by the file it was generated for, and its name. */
export interface Whereabouts {
  /** Path of the file, without its ending, that holds what a generated file declares or imports under a name. */
  moduleOf(module: string, name: string): string;
  /** Whether there is a file, or is going to be. */
  exists(module: string): boolean;
  /** The file that was moved from a path, and where it is now. */
  movedTo(module: string, names: readonly string[]): string | undefined;
}
