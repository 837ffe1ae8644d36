import type { PathInput, PathResult } from '@yiwang/contracts/case-flow';
import { handlersOf } from '@yiwang/domain/paths';
import { followPath } from '../path-work/follow.js';
import { registerMediation, registerMeetings } from '../path-work/meetings.js';
import { registerDelegation, registerInstructions, registerPartReturns, registerPlanning } from '../path-work/parts.js';
import { registerVerification } from '../path-work/verification.js';
import { newTask, rulesFor, type Work } from '../path-work/work.rules.js';

/**
 * 村镇联办: what is major, and disputes. The town centre leads; village and town roles take part beside each other; it
 * may whistle for departments, and it keeps the mediation record.
 */
export const villageTownJoint = (input: PathInput): Promise<PathResult> =>
  followPath(input, {
    first,
    decisions: [
      registerPlanning,
      registerPartReturns,
      registerMeetings,
      registerMediation,
      registerInstructions,
      registerDelegation,
      registerVerification,
    ],
  });

function first(work: Work) {
  const { areaCode, kind } = work.input;
  const addressed = handlersOf(rulesFor(work), 0, { areaCode, kind });
  if (addressed === null) throw new Error('The ladder of the joint path is empty');
  return [newTask(work, addressed, { kind: 'lead' })];
}
