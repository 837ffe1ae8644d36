import type { PathInput, PathResult } from '@yiwang/contracts/case-flow';
import { handlersOf } from '@yiwang/domain/paths';
import { followPath } from '../path-work/follow.js';
import { registerMediation, registerMeetings } from '../path-work/meetings.js';
import { registerVerification } from '../path-work/verification.js';
import { newTask, rulesFor, type Work } from '../path-work/work.rules.js';

/**
 * 现场直办: what is simple. The grid member answers on the spot (首问负责), or hands up to the village's officials, and
 * they to the town; a consultation is first answered by the unit on duty. A dispute has its mediation record here too, and
 * a common matter its minutes.
 */
export const villageDirect = (input: PathInput): Promise<PathResult> =>
  followPath(input, { first, decisions: [registerMeetings, registerMediation, registerVerification] });

function first(work: Work) {
  const { areaCode, kind, unitCode } = work.input;
  const rules = rulesFor(work);
  const addressed =
    handlersOf(rules, work.rung, { areaCode, kind, unitCode }) ?? handlersOf(rules, 0, { areaCode, kind, unitCode });
  if (addressed === null) throw new Error('The ladder of the village path is empty');
  return [newTask(work, addressed, { kind: 'handle' })];
}
