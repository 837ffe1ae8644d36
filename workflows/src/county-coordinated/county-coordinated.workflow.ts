import type { PathInput, PathResult } from '@yiwang/contracts/case-flow';
import { handlersOf } from '@yiwang/domain/paths';
import { followPath } from '../path-work/follow.js';
import { registerMediation, registerMeetings } from '../path-work/meetings.js';
import { registerDelegation, registerInstructions, registerPlanning } from '../path-work/parts.js';
import { registerReassigning } from '../path-work/reassigning.js';
import { registerVerification } from '../path-work/verification.js';
import { newTask, rulesFor, type Work } from '../path-work/work.rules.js';
import { registerCoordination } from './coordination.js';
import { moveUpInCounty } from './moving-up.js';

/**
 * 县级统筹: what is difficult or beyond the town's powers. The county centre names who leads and who assists; returns
 * come back to it; leaders instruct; a grid member who had no hand in it looks on site; only the lead closes. A
 * suggestion goes straight to the decision level for its reasoned reply.
 */
export const countyCoordinated = (input: PathInput): Promise<PathResult> =>
  followPath(input, {
    first,
    moveUp: moveUpInCounty,
    decisions: [
      registerCoordination,
      registerPlanning,
      registerReassigning,
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
  if (addressed === null) throw new Error('The ladder of the county path is empty');
  const roles = work.input.coordinatedBy ?? addressed.roles;
  return [newTask(work, { ...addressed, roles }, { kind: kind === 'suggestion' ? 'handle' : 'coordinate' })];
}
