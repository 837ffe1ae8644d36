import { currentUpdateInfo, workflowInfo } from '@temporalio/workflow';
import type { AccountabilityEventType, AccountabilityInput, AccountabilityProgress, AccountabilityStep } from '@yiwang/contracts/accountability';
import type { Actor } from '@yiwang/contracts/case-flow';
import { decisionStepId } from '@yiwang/contracts/engine';
import { refuse } from '@yiwang/contracts/errors';
import { addLimit } from '@yiwang/domain/clocks';
import type { RectificationState } from '@yiwang/domain/figures';
import { workingCalendar } from '../recording/record.js';
import type { Verdict } from '../recording/tasks.rules.js';
import type { Timed } from '../recording/time.js';
import type { TakesTurns } from '../recording/turns.js';

/** The workflow's state. */
export interface Rectification extends Timed, TakesTurns {
  input: AccountabilityInput;
  state: RectificationState;
  /** Everybody who handed something in: none of them accepts. */
  submitters: string[];
  attempts: number;
  dueAt: string | null;
  provisional: boolean;
  /** That the deadline has passed was told. */
  isTold: boolean;
  changes: number;
}

export const beginRectification = (input: AccountabilityInput): Rectification => ({
  ...{ input, time: input.time, deciding: null, state: 'rectifying', submitters: [], attempts: 0 },
  ...{ dueAt: null, provisional: false, isTold: false, changes: 0 },
});

export const progressOf = ({ state, attempts, dueAt }: Rectification): AccountabilityProgress => ({ state, attempts, dueAt });

export interface StepContent {
  event: AccountabilityEventType;
  actor: Actor;
  text: string;
  /** The decision behind it. */
  operation?: string;
}

/** The deadline of a state, in working days of the county; none once it is accepted. */
export async function limitOf(
  { input }: Rectification,
  state: RectificationState,
  at: string,
): Promise<Pick<Rectification, 'dueAt' | 'provisional'>> {
  if (state === 'accepted') return { dueAt: null, provisional: false };
  const calendar = await workingCalendar({ countyCode: input.countyCode });
  const { rectificationDays, acceptanceDays } = input.limits;
  const amount = state === 'rectifying' ? rectificationDays : acceptanceDays;
  const { at: dueAt, provisional } = addLimit({ amount, unit: 'workingDays' }, at, calendar);
  return { dueAt, provisional };
}

/** The step as it is recorded; its id names the decision, or what the system did and how often it was handed in by then. */
export function stepOf(
  { input, attempts }: Rectification,
  at: string,
  standing: Pick<Rectification, 'state' | 'dueAt' | 'provisional'>,
  { event, actor, text, operation }: StepContent,
): AccountabilityStep {
  const { workflowId } = workflowInfo();
  const update = currentUpdateInfo();
  const isDecision = update !== undefined && operation !== undefined;
  return {
    id: input.id,
    countyCode: input.countyCode,
    stepId: isDecision ? decisionStepId(workflowId, operation, update.id) : `${workflowId}#${event}:${attempts}`,
    at,
    actor,
    ...(isDecision ? { cause: { operation, updateId: update.id } } : {}),
    event,
    text,
    attempts,
    ...standing,
  };
}

export const needsText = (field: string, text: string): Verdict =>
  text.trim() === '' ? refuse('TEXT_REQUIRED', { field }) : { ok: true };
