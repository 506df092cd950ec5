import type { DriftFinding, DriftReport, DriftSeverity } from './drift-report.interface.js';

const ORDER: readonly DriftSeverity[] = ['info', 'warning', 'error'];

/** Whether a finding is as grave as that, or graver. */
export function isAtLeast(least: DriftSeverity, { severity }: Pick<DriftFinding, 'severity'>): boolean {
  return ORDER.indexOf(severity) >= ORDER.indexOf(least);
}

/** The findings as grave as that or graver, a line each. */
export function driftText({ findings }: DriftReport, least: DriftSeverity): string {
  return findings
    .filter((finding) => isAtLeast(least, finding))
    .map(({ severity, message, fix }) => `${severity}: ${message} ${fix}`)
    .join('\n');
}

/** `2 errors, 1 warning`; no part for what there is none of. */
export function driftCounts({ counts }: DriftReport): string {
  const parts = [
    counted(counts.error, 'error'),
    counted(counts.warning, 'warning'),
    counts.info > 0 ? `${counts.info} info` : '',
  ];
  return parts.filter(Boolean).join(', ') || 'no differences';
}

function counted(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`;
}
