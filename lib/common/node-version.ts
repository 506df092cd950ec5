const REQUIRED = [22, 19] as const;

/**
 * What to tell the user of a Node that is too old, or nothing. It stands apart from everything that such a Node cannot
 * load.
 */
export function nodeVersionComplaint(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > REQUIRED[0] || (major === REQUIRED[0] && minor >= REQUIRED[1])) return undefined;
  return `nestjs-salesforce needs Node.js ${REQUIRED.join('.')} or newer; this is ${version}.`;
}
