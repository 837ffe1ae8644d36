import type { PathInput, PathResult } from '@yiwang/contracts/case-flow';
import { followPath } from '../path-work/follow.js';
import { registerMediation, registerMeetings } from '../path-work/meetings.js';
import { registerInstructions, registerPartReturns, registerPlanning } from '../path-work/parts.js';
import { registerReassigning } from '../path-work/reassigning.js';
import { registerVerification } from '../path-work/verification.js';
import { leadFirst } from '../path-work/work.rules.js';

/**
 * 干部领办: what is general. One cadre leads by name, once they have accepted, with the village's 8+X service team: a
 * plan, parallel sub-tasks, and one answer.
 */
export const cadreLed = (input: PathInput): Promise<PathResult> =>
  followPath(input, {
    first: leadFirst,
    decisions: [
      registerPlanning,
      registerReassigning,
      registerPartReturns,
      registerMeetings,
      registerMediation,
      registerInstructions,
      registerVerification,
    ],
  });
