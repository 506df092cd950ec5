import type { ManifestStatement } from '../manifest/manifest.interface.js';
import {
  memberAspects,
  printsOf,
  samePrints,
  statementAspects,
  type AspectPrints,
} from '../source/aspects.js';
import type { SourceClass, SourceMember, SourceStatement } from '../source/source-file.interface.js';
import type { FolderIndex, Location } from './folder-index.js';

/** Whether people left a member alone altogether. */
export function isUntouchedMember(member: SourceMember, base: AspectPrints): boolean {
  return !member.commented && samePrints(printsOf(memberAspects(member)), base);
}

/** Whether people left a statement alone altogether. */
export function isUntouchedStatement(
  statement: SourceStatement,
  base: ManifestStatement,
  index: FolderIndex,
  location: Location,
): boolean {
  if (statement.commented) return false;
  if (!samePrints(printsOf(statementAspects(statement)), base.prints)) return false;
  return statement.kind !== 'class' || isUntouchedClass(statement, base, index, location);
}

function isUntouchedClass(
  theirs: SourceClass,
  base: ManifestStatement,
  index: FolderIndex,
  location: Location,
): boolean {
  const members = index.members(index.classAt(location)!);
  const known = [...base.members].every(([key, member]) => {
    const source = members.get(key.toLowerCase())?.source;
    return source !== undefined && isUntouchedMember(source, member.prints);
  });
  return known && theirs.members.length === base.members.size;
}
