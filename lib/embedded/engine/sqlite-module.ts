/**
 * `node:sqlite`, loaded without the warning that it is experimental: whoever starts an embedded org chose it, and cannot
 * do anything about the warning. This is the only place that loads the module, and no other warning is held back.
 */
export const { DatabaseSync } = withoutExperimentalWarning(() => process.getBuiltinModule('node:sqlite'));

function withoutExperimentalWarning<T>(load: () => T): T {
  const { emitWarning } = process;
  process.emitWarning = ((warning: string | Error, ...rest: unknown[]) => {
    if (!(rest[0] === 'ExperimentalWarning' && String(warning).includes('SQLite'))) {
      Reflect.apply(emitWarning, process, [warning, ...rest]);
    }
  }) as typeof process.emitWarning;
  try {
    return load();
  } finally {
    process.emitWarning = emitWarning;
  }
}
