import type { ManifestFile } from '../manifest/manifest.interface.js';
import type { SourceFile, SourceStatement } from '../source/source-file.interface.js';
import { spanOf } from '../source/syntax.js';

/** Whether people added anything to a file beside the statements that were generated: code, imports or comments. */
export function hasAdditions(
  { nodes, imports, tree, header }: SourceFile,
  base: ManifestFile,
  generated: ReadonlySet<SourceStatement>,
): boolean {
  const declarations = nodes.filter(({ type }) => type !== 'ImportDeclaration');
  if (declarations.length > generated.size) return true;
  const known = new Set([...base.imports.values()].flat());
  const isKnown = ({ names, others }: SourceFile['imports'][number]): boolean =>
    names.length > 0 && others.length === 0 && names.every(({ imported }) => known.has(imported));
  if (!imports.every(isKnown)) return true;
  const top = base.header === undefined ? 0 : (header?.end ?? 0);
  return (tree.comments ?? []).map(spanOf).some(({ start, end }) => {
    const isInside = [...generated].some((statement) => start >= statement.top && end <= statement.bottom);
    return end > top && !isInside;
  });
}
