/**
 * Why something failed: the message of an error, or whatever was thrown in the place of one. What the operating system says
 * is told without the call and the path that Node puts behind it: `no such file or directory (ENOENT)`.
 */
export function failureReason(error: unknown): string {
  const message = String((error as Partial<Error> | null)?.message ?? error);
  const { code, reason } = /^(?<code>E[A-Z\d]+): (?<reason>[^,]+)/.exec(message)?.groups ?? {};
  return code === undefined ? message : `${reason} (${code})`;
}
