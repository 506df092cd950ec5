import { lostName, type AspectPrints } from '../source/aspects.js';
import type { ManifestElement, ManifestFile, ManifestStatement } from '../manifest/manifest.interface.js';
import type { UpdateReport } from './update-report.js';

/** Reports what is new in a file that nobody touched, and so was written anew. */
export function reportChanges(
  path: string,
  base: ManifestFile | undefined,
  fresh: ManifestFile,
  report: UpdateReport,
): void {
  let reported = false;
  const add: UpdateReport['add'] = (entry) => {
    reported = true;
    report.add(entry);
  };
  for (const [id, statement] of fresh.statements) {
    const before = base?.statements.get(id);
    if (before && isNotable(statement)) compareStatements(path, before, statement, add);
    else if (!before && isNotable(statement))
      add({ action: 'added', path, name: statement.name, key: statement.key });
  }
  for (const [id, statement] of base?.statements ?? []) {
    if (fresh.statements.has(id) || !isNotable(statement)) continue;
    add({ action: 'removed', path, name: statement.name, key: statement.key });
  }
  if (!reported) report.add({ action: base ? 'updated' : 'added', path });
}

/** The type of a constant goes without saying, and the file of re-exports speaks for itself. */
function isNotable({ kind }: ManifestStatement): boolean {
  return kind === 'class' || kind === 'const';
}

function compareStatements(
  path: string,
  before: ManifestStatement,
  { name, key, prints, members }: ManifestStatement,
  add: UpdateReport['add'],
): void {
  const aspects = changedAspects(before.prints, prints);
  if (aspects.length > 0) add({ action: 'updated', path, name, key, aspects });
  for (const [memberKey, member] of members) {
    const known = before.members.get(memberKey);
    const at = { path, name, member: member.name, key: memberKey };
    if (!known) add({ ...at, action: 'added' });
    else compareMembers(known, member, (aspects) => add({ ...at, action: 'updated', aspects }));
  }
  for (const [memberKey, member] of before.members) {
    if (!members.has(memberKey)) add({ action: 'removed', path, name, member: member.name, key: memberKey });
  }
}

function compareMembers(
  before: ManifestElement,
  after: ManifestElement,
  changed: (aspects: readonly string[]) => void,
): void {
  const aspects = changedAspects(before.prints, after.prints);
  if (aspects.length > 0) changed(aspects);
}

function changedAspects(before: AspectPrints, after: AspectPrints): string[] {
  const labels = new Set([...after.keys(), ...before.keys()]);
  const changed = [...labels].filter((label) => before.get(label) !== after.get(label));
  return [...new Set(changed.map(lostName))];
}
