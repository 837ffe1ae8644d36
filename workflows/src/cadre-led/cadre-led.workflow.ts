import type { PathInput, PathResult } from '@yiwang/contracts/case-flow';
import { handlersOf } from '@yiwang/domain/paths';
import { followPath } from '../path-work/follow.js';
import { registerMediation, registerMeetings } from '../path-work/meetings.js';
import { registerInstructions, registerPartReturns, registerPlanning } from '../path-work/parts.js';
import { registerVerification } from '../path-work/verification.js';
import { newTask, rulesFor, type Work } from '../path-work/work.rules.js';

/**
 * 干部领办: what is general. One cadre leads by name, once they have accepted, with the village's 8+X service team: a
 * plan, parallel sub-tasks, and one answer.
 */
export const cadreLed = (input: PathInput): Promise<PathResult> =>
  followPath(input, {
    first,
    decisions: [
      registerPlanning,
      registerPartReturns,
      registerMeetings,
      registerMediation,
      registerInstructions,
      registerVerification,
    ],
  });

function first(work: Work) {
  const { areaCode, kind } = work.input;
  const addressed = handlersOf(rulesFor(work), 0, { areaCode, kind });
  if (addressed === null) throw new Error('The ladder of the cadre-led path is empty');
  return [newTask(work, addressed, { kind: 'lead' })];
}
