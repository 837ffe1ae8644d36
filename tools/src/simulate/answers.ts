import type { Doing, TaskAct } from './task-acts.types.js';
import { GROUNDS, REASONS, written } from './texts.js';

/** What the resident is told; the last round with its explanation. */
export const answerOf = ({ matter, chance, task }: Doing, atMs: number): TaskAct => ({
  mutation: 'completeTask',
  atMs,
  input: {
    answer: written(chance.of('answer', task.round), chance.of('answer').one(matter.topic.answers), ''),
    ...(task.round >= 3 ? { explanation: '已三次核实办理，相关规定和处理依据已当面说明。' } : {}),
  },
});

/** Not ours: whose it is, and on which ground. */
export const returning = ({ chance }: Doing, proposedUnitCode: string, atMs: number): TaskAct => ({
  mutation: 'returnTask',
  atMs,
  input: { proposedUnitCode, legalGround: chance.of('ground').one(GROUNDS), reason: chance.of('ground').one(REASONS.return) },
});
