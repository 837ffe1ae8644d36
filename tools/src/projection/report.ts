import type { Difference, ProjectionReport } from '@yiwang/contracts/projection';

const MOST_LINES = 200;
const MOST_CHARACTERS = 120;

const PROBLEMS: Record<ProjectionReport['forgotten'][number]['problem'], string> = {
  notStarted: 'is open, has no workflow and does not wait to be started',
  ended: 'is open, and its workflow has ended',
  noRow: 'has a workflow that runs, and no row in PostgreSQL',
  nobodys: 'is open, and nobody has anything to do for it',
  unstaffed: 'has a task for which nobody is in a position',
};

const short = (value: unknown): string => {
  const text = value === undefined ? '(nothing)' : JSON.stringify(value);
  return text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)}…` : text;
};

const line = ({ caseNumber, field, expected, actual }: Difference): string =>
  `${caseNumber}  ${field}: the workflows say ${short(expected)}, PostgreSQL ${short(actual)}`;

const cut = (lines: string[]): string[] =>
  lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), `… and ${lines.length - MOST_LINES} more (--json has them all)`] : lines;

/** The report for a person's eyes, every difference by case and field. */
export function describeReport(report: ProjectionReport): string[] {
  const { checked, steps, differences, mended, forgotten, unreadable, partly, tookMs } = report;
  const cases = (list: readonly { caseNumber: string }[]): number => new Set(list.map(({ caseNumber }) => caseNumber)).size;
  return [
    ...cut(mended.map((one) => `mended  ${line(one)}`)),
    ...cut(differences.map((one) => `WRONG   ${line(one)}`)),
    ...cut(forgotten.map(({ caseNumber, problem, task }) => `LOST    ${caseNumber} ${PROBLEMS[problem]}${task === undefined ? '' : ` (${task})`}`)),
    ...cut(unreadable.map(({ caseNumber, reason }) => `UNREAD  ${caseNumber}: ${reason}`)),
    `${checked} cases with ${steps} steps compared in ${(tookMs / 1_000).toFixed(1)} s: ` +
      `${differences.length} differences in ${cases(differences)} cases, ${mended.length} mended in ${cases(mended)}, ` +
      `${cases(forgotten)} cases that nobody sees to, ${unreadable.length} that could not be asked` +
      (partly.length > 0 ? `, ${partly.length} known in part` : ''),
  ];
}
