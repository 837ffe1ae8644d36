import type { PathInput, PathResult } from '@yiwang/contracts/case-flow';
import { followPath } from '../path-work/follow.js';
import { registerMediation, registerMeetings } from '../path-work/meetings.js';
import { registerDelegation, registerInstructions, registerPartReturns, registerPlanning } from '../path-work/parts.js';
import { registerReassigning } from '../path-work/reassigning.js';
import { registerVerification } from '../path-work/verification.js';
import { leadFirst } from '../path-work/work.rules.js';

/**
 * 村镇联办: what is major, and disputes. The town centre leads; village and town roles take part beside each other; it
 * may whistle for departments, and it keeps the mediation record.
 */
export const villageTownJoint = (input: PathInput): Promise<PathResult> =>
  followPath(input, {
    first: leadFirst,
    decisions: [
      registerPlanning,
      registerReassigning,
      registerPartReturns,
      registerMeetings,
      registerMediation,
      registerInstructions,
      registerDelegation,
      registerVerification,
    ],
  });
