import { no, stillOpen, underWork, YES, type Decided, type TaskSituation } from './decisions.js';
import type { CaseKind, CaseMode, Stage } from './vocabulary.js';

/** What a lead must have on record before the one answer: the form that kind and mode of the matter ask for. */
export type Needed = 'mediation' | 'minutes' | 'parts';

/**
 * A dispute gets a mediation record; a common matter (大家的事协商) the minutes or votes of its residents; a complex one
 * (复杂的事协同) at least one part by another unit, where the path has somebody who may give parts. On every path.
 */
export function neededBeforeAnswer(kind: CaseKind, mode: CaseMode | undefined): Needed[] {
  const needed: Needed[] = [];
  if (kind === 'dispute') needed.push('mediation');
  if (mode === 'deliberation') needed.push('minutes');
  if (mode === 'collaboration') needed.push('parts');
  return needed;
}

export interface Answering {
  answer: string;
  explanation?: string;
  lastRound: boolean;
  openParts: number;
  /** What is wanted and not on record yet. */
  missing: readonly Needed[];
}

const MISSING: Record<Needed, string> = {
  mediation: '先填调解记录 / record the mediation first',
  minutes: '先填协商会议纪要 / record the minutes of the deliberation first',
  parts: '先安排至少一项协同任务 / give at least one part to another unit first',
};

/** Whether a task may be answered: once, all parts done, the form complete, the last round with its explanation. */
export function mayAnswer(stage: Stage, task: TaskSituation, answering: Answering): Decided {
  const refusal = stillOpen(stage, task);
  if (refusal) return refusal;
  if ((task.kind !== 'handle' && task.kind !== 'lead') || !underWork(stage)) return no('STAGE_REFUSES', { actual: stage });
  if (answering.answer.trim() === '') return no('TEXT_REQUIRED', { field: 'answer' });
  if (answering.openParts > 0) return no('PARTS_STILL_OPEN', { actual: answering.openParts });
  const [missing] = answering.missing;
  if (missing !== undefined) return no('PATH_REFUSES', { field: missing, expected: MISSING[missing] });
  if (answering.lastRound && (answering.explanation ?? '').trim() === '') {
    return no('EXPLANATION_REQUIRED', { field: 'explanation' });
  }
  return YES;
}
