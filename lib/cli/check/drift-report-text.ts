import type { DriftFinding, DriftReport } from '../../schema/drift/drift-report.interface.js';
import { driftCounts } from '../../schema/drift/drift-text.js';

const WIDTH = 'warning'.length;

/** A report for people: the findings of each entity together, the gravest ones first, and what to do below each. */
export function driftReportText(report: DriftReport, org: string): string {
  const names = [...new Set(report.findings.map(({ entity }) => entity))];
  const sections = names.map((name) => {
    const findings = report.findings.filter(({ entity }) => entity === name);
    return `${name}\n${findings.map(findingText).join('\n')}\n\n`;
  });
  const entities = report.entities === 1 ? '1 entity' : `${report.entities} entities`;
  return `${sections.join('')}${entities} compared with ${org}: ${driftCounts(report)}.`;
}

/** What is to be done about several in a row is said below the last of them. */
function findingText(
  { severity, message, fix }: DriftFinding,
  place: number,
  findings: readonly DriftFinding[],
): string {
  const indent = ' '.repeat(WIDTH + 4);
  const text = `  ${severity.padEnd(WIDTH)}  ${message}`;
  return findings[place + 1]?.fix === fix ? text : `${text}\n${indent}${fix}`;
}
