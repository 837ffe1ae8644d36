import { createHash } from 'node:crypto';
import type { CaseClass, CaseKind, Path, PositionRole, Stage, TaskKind, TaskState } from '@yiwang/contracts/case-flow';
import type { Intervener, InterventionParameters } from '@yiwang/contracts/interventions';
import { covers } from '@yiwang/domain/areas';
import { canonicalForm } from '@yiwang/domain/intake';
import { INTERVENTION_RULES, issuerOf, mayIntervene, type Intervening, type Intervention, type InterventionFacts } from '@yiwang/domain/interventions';
import { isLastInCounty, type HolderOfCase } from '@yiwang/domain/paths';
import { routeOf } from '@yiwang/domain/policies';
import { taskInTheWay, type ReasonKind } from '@yiwang/domain/stuck';
import { asSystem } from '@yiwang/platform/row-scope';
import type { DataSource } from 'typeorm';
import type { BusinessTime } from '../business-time.js';
import { isReturnedPart, leadingOf } from '../case/case-standing.js';
import type { Policies } from '../policies/policies.js';
import type { TaskEntity } from '../tasks/task.entity.js';

/** One open task as JSON brings it. */
export interface OpenTask extends HolderOfCase {
  id: string;
  kind: TaskKind;
  state: Extract<TaskState, 'open' | 'accepted'>;
  workflowId: string;
  roles: PositionRole[];
  unitCode: string | null;
  subjects: string[] | null;
  title: string | null;
  holder: string | null;
  openedAt: string;
  dueAt: string;
  data: TaskEntity['data'];
}

interface Row {
  number: string;
  countyCode: string;
  areaCode: string;
  stage: Stage;
  path: Path | null;
  round: number;
  kind: CaseKind;
  caseClass: CaseClass | null;
  categoryCode: string | null;
  paused: 'waitingForResident' | 'suspended' | null;
  reviewAt: Date | null;
  mergedInto: string | null;
  isAboutSomebody: boolean;
  tierDueAt: Date | null;
  resolutionDueAt: Date;
  policyVersion: number;
  holder: HolderOfCase | null;
  tasks: OpenTask[];
  reasons: ReasonKind[] | null;
  skipped: number;
}

const CASES = `
select c.number, c.county_code as "countyCode", c.area_code as "areaCode", c.stage, c.path, c.round, c.kind,
  c.case_class as "caseClass", c.category_code as "categoryCode", c.paused, c.review_at as "reviewAt", c.merged_into as "mergedInto",
  c.about_whom is not null as "isAboutSomebody", c.tier_due_at as "tierDueAt", c.resolution_due_at as "resolutionDueAt",
  c.policy_version as "policyVersion",
  (select jsonb_build_object('tier', t.tier, 'roles', t.roles, 'areaCode', t.area_code) from task t
    where t.case_number = c.number and t.kind in ('desk', 'handle', 'lead', 'coordinate', 'arbitrate', 'cityDesk') and coalesce(t.data->>'part', '') = ''
    order by t.opened_at desc, length(t.id) desc, t.id desc limit 1) as holder,
  (select coalesce(json_agg(json_build_object('id', t.id, 'kind', t.kind, 'state', t.state, 'workflowId', t.workflow_id, 'tier', coalesce(t.tier, 'town'),
      'roles', t.roles, 'areaCode', t.area_code, 'unitCode', t.unit_code, 'subjects', t.subjects, 'title', t.title, 'holder', t.holder_subject,
      'openedAt', t.opened_at, 'dueAt', t.due_at, 'data', t.data) order by t.opened_at desc), '[]')
    from task t where t.case_number = c.number and t.state in ('open', 'accepted')) as tasks,
  (select r.kind || r.also from case_reason r where r.case_number = c.number) as reasons,
  (select count(*)::int from notification n where n.case_number = c.number and n.state = 'skipped') as skipped
from case_file c where c.number = any($1)`;

/** A case as it stands, with what the rules ask and what a decision on it needs. */
export interface KnownCase {
  number: string;
  countyCode: string;
  areaCode: string;
  facts: InterventionFacts;
  mostSuspendedDays: number;
  caseClass: CaseClass;
  tasks: OpenTask[];
  /** For whom it waits, where anybody is waited for. */
  waitsFor: OpenTask | undefined;
  reviewAt: string | null;
  tierDueAt: string | null;
  resolutionDueAt: string;
  /** How its course stands; claiming a task or a reason that grows older changes nothing of it. */
  course: string;
}

/** How cases stand when somebody wants to step in: for the preview, and again when each has its turn. */
export class KnownCases {
  constructor(
    private readonly dataSource: DataSource,
    private readonly policies: Policies,
    private readonly time: BusinessTime,
  ) {}

  /** Whoever calls has decided which of them may be looked at. */
  async of(numbers: readonly string[]): Promise<Map<string, KnownCase>> {
    const rows = await asSystem('watch', () => this.dataSource.query<Row[]>(CASES, [numbers]));
    const known = await Promise.all(rows.map((row) => this.read(row)));
    return new Map(known.map((one) => [one.number, one]));
  }

  /** Whether somebody in these positions may do it now, in the highest of those that may. */
  verdict(kind: Intervention, by: Intervener, one: KnownCase, given: InterventionParameters): { position: Intervener['positions'][number] | undefined; verdict: Intervening } {
    const position = highestFor(kind, by.positions, one.areaCode);
    if (position === undefined) return { position, verdict: { ok: false, code: 'NOT_FROM_ABOVE', details: {} } };
    const { path, reviewAt, to, by: length, reset } = given;
    const limits = { now: this.time.now().toISOString(), mostSuspendedDays: one.mostSuspendedDays };
    return { position, verdict: mayIntervene(kind, { ...position, subject: by.subject }, one.facts, { path, reviewAt, to, isLengthGiven: length !== undefined, ...(reset && { reset: { ...reset, acts: reset.acts.length } }) }, limits) };
  }

  private async read(row: Row): Promise<KnownCase> {
    const rules = await this.policies.ofVersion(row.countyCode, row.policyVersion);
    const { number, stage, holder, tasks, tierDueAt, resolutionDueAt, reviewAt, mergedInto, paused } = row;
    const isOnPath = tasks.some(({ workflowId }) => workflowId !== number);
    const isReferred = stage === 'referred';
    const isAtTop = row.path === null || (rules.paths[row.path].up === 'city' && isLastInCounty({ holder, isReferred }));
    const given = tasks.filter(({ kind }) => kind === 'lead' || kind === 'contribute');
    const waitsFor = inTheWay(tasks);
    const course = [stage, row.path, row.round, paused, reviewAt, mergedInto, tierDueAt, resolutionDueAt, tasks.map(({ id }) => id).toSorted()];
    return {
      ...{ number, countyCode: row.countyCode, areaCode: row.areaCode, tasks, waitsFor, course: JSON.stringify(course) },
      caseClass: routeOf(row, rules).caseClass,
      mostSuspendedDays: rules.suspension.mostDays,
      ...{ reviewAt: reviewAt?.toISOString() ?? null, tierDueAt: tierDueAt?.toISOString() ?? null, resolutionDueAt: resolutionDueAt.toISOString() },
      facts: {
        ...{ stage, holder: holder?.tier == null ? null : holder, path: isOnPath ? row.path : null, paused, isReferred, isMerged: mergedInto !== null },
        ...{ areaCode: row.areaCode, isAtTop, isAnswered: stage === 'verifying' || stage === 'evaluating', isAboutSomebody: row.isAboutSomebody },
        isLate: tierDueAt !== null && tierDueAt < this.time.now(),
        lead: leadingOf(tasks as unknown as TaskEntity[]) as unknown as OpenTask | undefined,
        task: inTheWay(given.filter((task) => !isReturnedPart(task))),
        reasons: row.reasons ?? [],
        orders: tasks.filter(({ kind }) => kind === 'order').map(({ data }) => issuerOf(data)),
        skippedNotices: row.skipped,
      },
    };
  }
}

/** It gives back one of those that it was given. */
const inTheWay = (tasks: OpenTask[]): OpenTask | undefined => taskInTheWay(tasks) as OpenTask | undefined;

/** The task that a reassignment gives to somebody else. */
export const reassigned = ({ tasks, facts }: KnownCase): OpenTask | undefined => tasks.find((task) => task === facts.task);

/** Of the positions that may do it, the one that reaches furthest over the case. */
const highestFor = (kind: Intervention, positions: Intervener['positions'], areaCode: string) => {
  const { who } = INTERVENTION_RULES[kind];
  return positions
    .filter(({ role, areaCode: of }) => who.includes(role) && covers(of, areaCode))
    .toSorted((a, b) => a.areaCode.length - b.areaCode.length || who.indexOf(a.role) - who.indexOf(b.role))[0];
};

const shortHash = (value: unknown, digits: number): string => createHash('sha256').update(canonicalForm(value)).digest('hex').slice(0, digits);
const MARK_DIGITS = 8;

/** How a case stood, and whether it could be done: another mark later is another case than the one that was seen. */
export const markOf = ({ course }: Pick<KnownCase, 'course'>, verdict: Intervening): string => shortHash([course, verdict.ok ? 'ok' : verdict.code], MARK_DIGITS);
/** Of a number that whoever asks may not see. */
export const UNSEEN_MARK = '-'.repeat(MARK_DIGITS);

export interface Asked {
  kind: Intervention;
  numbers: readonly string[];
  parameters: InterventionParameters;
}

/** What a preview showed, told by the preview itself: what was asked, then the mark of each case in the order of numbers. */
export const previewHashOf = (asked: Asked, marks: readonly string[]): string => `${shortHash([asked.kind, asked.numbers, asked.parameters], 16)}.${marks.join('')}`;

/** The cases that stand otherwise than a preview showed; all of them where it showed something else. */
export function changedSince(previewHash: string, asked: Asked, marks: readonly string[]): string[] {
  const [what, shown = ''] = previewHash.split('.');
  if (what !== previewHashOf(asked, []).split('.')[0]) return [...asked.numbers];
  return asked.numbers.filter((_, i) => shown.slice(i * MARK_DIGITS, (i + 1) * MARK_DIGITS) !== marks[i]);
}
