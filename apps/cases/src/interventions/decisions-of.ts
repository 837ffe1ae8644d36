import type { CaseStep, UpdateName } from '@yiwang/contracts/case-flow';
import type { CaseIntervention, InterventionParameters } from '@yiwang/contracts/interventions';
import type { Intervention } from '@yiwang/domain/interventions';
import { AppError } from '@yiwang/platform/errors';
import type { Content } from '../tasks/decide.js';
import { reassigned, type KnownCase, type OpenTask } from './known-cases.js';

/** What an Update says, and which workflow owns it. */
interface Said {
  workflowId: string;
  content: { [N in UpdateName]: Content<N> & { taskId?: string } }[UpdateName];
}
/** What the machine does not do, put right on its rows. */
const REPAIRS = ['retryStart', 'retryNotices', 'skipNotices', 'sendSkipped', 'compareRecords'] as const satisfies readonly Intervention[];
/** What is done to the engine's workflows from outside. */
const LAST_RESORTS = ['reset', 'terminate'] as const satisfies readonly Intervention[];
type Deciding = Exclude<Intervention, (typeof REPAIRS)[number] | (typeof LAST_RESORTS)[number]>;

export const isDecision = (kind: Intervention): kind is Deciding => !([...REPAIRS, ...LAST_RESORTS] as readonly Intervention[]).includes(kind);
export const isRepair = (kind: Intervention): kind is (typeof REPAIRS)[number] => (REPAIRS as readonly Intervention[]).includes(kind);

/** Which decision puts a kind to the workflow that owns it. Known without the case, so that a repeated try finds the first one. */
export const DECISION: Readonly<Record<Deciding, UpdateName>> = {
  ...{ urge: 'superviseCase', order: 'superviseCase', escalate: 'superviseCase' },
  ...{ liftOrder: 'interveneCase', extend: 'interveneCase', pause: 'interveneCase' },
  ...{ resume: 'resumeCase', deescalate: 'reclassifyCase', reassign: 'reassignTask' },
};

/** What is said to the workflow, for what `mayIntervene` allows. @throws AppError INTERVENTION_CASE_CHANGED where there is nothing left to say it of. */
export function decisionOf(kind: Deciding, { reason, parameters }: Pick<CaseIntervention, 'reason' | 'parameters'>, one: KnownCase): Said {
  const workflowId = one.number;
  const { by, reviewAt, path, to } = parameters;
  if (kind === 'urge' || kind === 'order' || kind === 'escalate') return { workflowId, content: { act: kind, reason } };
  if (kind === 'liftOrder') return { workflowId, content: { act: { kind: 'liftOrder' }, reason } };
  if (kind === 'extend' && by) return { workflowId, content: { act: { kind: 'extend', by }, reason } };
  if (kind === 'pause' && reviewAt) return { workflowId, content: { act: { kind: 'suspend', reviewAt }, reason } };
  if (kind === 'deescalate' && path) return { workflowId, content: { caseClass: one.caseClass, path, reason } };
  const task = reassigned(one);
  if (kind === 'reassign' && to && task) return { workflowId: task.workflowId, content: { taskId: task.id, to: { ...to, title: task.title ?? to.title }, reason } };
  if (kind === 'resume') return { workflowId, content: { reason } };
  throw new AppError('INTERVENTION_CASE_CHANGED');
}

/** What an undoing needs to give back. */
export function beforeOf(kind: Intervention, one: KnownCase): InterventionParameters {
  if (kind === 'escalate' && one.facts.path !== null) return { path: one.facts.path };
  if (kind === 'resume' && one.reviewAt !== null) return { reviewAt: one.reviewAt };
  const task = kind === 'reassign' ? reassigned(one) : undefined;
  return task === undefined ? {} : { to: addressOf(task) };
}

const addressOf = ({ title, roles, areaCode, unitCode, subjects }: OpenTask): NonNullable<InterventionParameters['to']> => ({
  ...{ title: title ?? '', roles, areaCode },
  ...(unitCode === null ? {} : { unitCode }),
  ...(subjects?.length ? { subjects } : {}),
});

/** Whether a step that a workflow says it has recorded is what was wanted of it. */
export function isWanted(kind: Deciding, { parameters }: Pick<CaseIntervention, 'parameters'>, { timeline, openedTasks }: CaseStep): boolean {
  const tells = (type: CaseStep['timeline'][number]['type']): boolean => timeline.some((entry) => entry.type === type);
  const { to } = parameters;
  const isTheirs = openedTasks.some(({ areaCode, unitCode }) => areaCode === to?.areaCode && unitCode === to.unitCode);
  const WANTED: Record<Deciding, boolean> = {
    ...{ urge: tells('urged'), escalate: tells('urged'), order: tells('orderIssued'), liftOrder: tells('orderLifted') },
    ...{ extend: tells('extended'), pause: tells('suspended'), resume: tells('resumed'), deescalate: tells('reclassified') },
    reassign: tells('reassigned') && isTheirs,
  };
  return WANTED[kind];
}
