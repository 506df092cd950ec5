/** Where text goes: standard output, or a file. */
export interface TextSink {
  /** Resolves once there is room for more. */
  write(text: string): Promise<void>;
}
