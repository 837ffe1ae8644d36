import { areaAtTier } from '@yiwang/domain/paths';
import { answerOf, returning } from './answers.js';
import { assigning, leading, mediating, summoning } from './lead-acts.js';
import { unitFor } from './plan.js';
import { requestOf } from './requests.js';
import { HOUR_MS } from './rhythm.js';
import type { Doing, TaskAct } from './task-acts.types.js';
import { REASONS } from './texts.js';
import { between, timingOf, type Timing } from './timing.js';

/**
 * What a person does with a task that is theirs, in order; nothing at all where they let it lie. The same task of the
 * same case in the same round is treated alike in every run with the same seed.
 */
export function actsOn(doing: Doing): TaskAct[] {
  const timing = timingOf(doing);
  const acts = timing === null ? [] : actsWithin(doing, timing);
  return acts
    .map((act) => ({ ...act, atMs: Math.round(Math.max(act.atMs, doing.task.openedAtMs)) }))
    .sort((a, b) => a.atMs - b.atMs);
}

function actsWithin(doing: Doing, timing: Timing): TaskAct[] {
  switch (doing.task.kind) {
    case 'handle':
      return [...taking(doing, timing), ...handling(doing, timing)];
    case 'lead':
      return [...taking(doing, timing), ...leading(doing, timing)];
    case 'contribute':
      return [...taking(doing, timing), ...contributing(doing, timing)];
    case 'coordinate':
    case 'arbitrate':
      return assigning(doing, timing);
    default:
      return [deciding(doing, timing)];
  }
}

/** Takes it in hand, and often calls the resident first. */
function taking({ habits, chance, task }: Doing, timing: Timing): TaskAct[] {
  const own = chance.of('taking');
  const { startMs } = timing;
  const claims = own.happens(habits.claims);
  const calls = task.kind !== 'contribute' && own.happens(habits.calls);
  return [
    ...(claims ? [{ mutation: 'claimTask', input: {}, atMs: startMs - HOUR_MS / 12 } as const] : []),
    { mutation: 'acceptTask', input: {}, atMs: startMs },
    ...(calls ? [{ mutation: 'recordContact', input: { note: '已电话联系群众，了解具体情况。' }, atMs: between(timing, 0.15) } as const] : []),
  ];
}

function handling(doing: Doing, timing: Timing): TaskAct[] {
  const { habits, chance, matter, task } = doing;
  const own = chance.of('handling');
  const isBeyond = matter.caseClass !== 'simple' && own.happens(0.5);
  const mayHandUp = matter.kind !== 'suggestion' && task.round < 3;
  if (mayHandUp && (isBeyond || own.happens(habits.handsUp)))
    return [{ mutation: 'handUp', input: { reason: own.one(REASONS.handUp) }, atMs: between(timing, 0.5) }];
  const { acts, laterMs } = requestOf(doing, timing);
  return [
    ...(matter.mode === 'deliberation' ? [summoning(doing, between(timing, 0.2))] : []),
    ...(matter.kind === 'dispute' ? [mediating(doing, between(timing, 0.5))] : []),
    ...acts,
    answerOf(doing, timing.doneMs + laterMs),
  ];
}

function contributing(doing: Doing, timing: Timing): TaskAct[] {
  const { habits, chance, county, task, matter } = doing;
  const own = chance.of('contributing');
  const proposed = unitFor(county, matter, own);
  if (task.unitCode !== undefined && task.unitCode !== proposed && own.happens(habits.returns))
    return [returning(doing, proposed, between(timing, 0.4))];
  return [{ mutation: 'completeTask', input: { answer: own.one(['已按分工完成。', '已到现场处理，结果附后。', '已核实，情况如下。']) }, atMs: timing.doneMs }];
}

/** One word on a task that asks for one. */
function deciding({ task, habits, chance, matter }: Doing, { startMs, doneMs }: Timing): TaskAct {
  const own = chance.of('deciding');
  const agrees = own.happens(habits.agrees);
  switch (task.kind) {
    case 'verify':
      return {
        mutation: 'verifyTask',
        input: { passed: own.happens(0.92), findings: own.one(['现场查看，确已解决。', '走访住户，反映属实。', '资料齐全，与答复一致。']) },
        atMs: doneMs,
      };
    case 'approve':
      return { mutation: 'decideApproval', input: { granted: agrees, reason: own.one(agrees ? REASONS.granted : REASONS.refused) }, atMs: startMs };
    case 'order':
      return { mutation: 'answerOrder', input: { answer: '已说明逾期原因，正在抓紧办理，两日内办结。' }, atMs: startMs };
    case 'cityDesk':
      return { mutation: 'answerReferral', input: { outcome: own.happens(0.6) ? 'answered' : 'returned', text: '经市级核查协调，意见如下。' }, atMs: doneMs };
    default:
      return own.happens(0.04)
        ? { mutation: 'dispatchCase', input: { notAcceptedReason: own.one(REASONS.notAccept) }, atMs: startMs }
        : { mutation: 'dispatchCase', input: whereTo(matter.gridCode, matter.caseClass, own.happens(0.3)), atMs: startMs };
  }
}

/** A desk finds out the place and of what class it is. */
const whereTo = (gridCode: string, caseClass: string, onlyVillage: boolean): Record<string, unknown> => ({
  areaCode: onlyVillage ? areaAtTier('village', gridCode) : gridCode,
  caseClass,
});
