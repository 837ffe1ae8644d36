import type { Stage } from './vocabulary.js';

/**
 * Which stage may follow which. Acceptance and dispatch come in either order: a grid member accepts what reached the
 * village at once, while a desk dispatches what somebody below then accepts. Handing up and a new round lead back.
 */
export const STAGE_TABLE = {
  received: ['accepted', 'dispatched', 'handling', 'notAccepted', 'withdrawn', 'suspended', 'referred'],
  accepted: ['dispatched', 'handling', 'evaluating', 'notAccepted', 'withdrawn', 'suspended', 'referred'],
  dispatched: ['accepted', 'dispatched', 'handling', 'evaluating', 'notAccepted', 'withdrawn', 'suspended', 'referred'],
  handling: ['handling', 'dispatched', 'verifying', 'evaluating', 'withdrawn', 'suspended', 'referred'],
  verifying: ['handling', 'dispatched', 'evaluating', 'withdrawn', 'suspended'],
  evaluating: ['closed', 'dispatched', 'handling'],
  suspended: ['received', 'accepted', 'handling', 'dispatched', 'verifying', 'withdrawn', 'referred'],
  referred: ['dispatched', 'handling', 'evaluating', 'withdrawn'],
  closed: [],
  notAccepted: [],
  withdrawn: [],
} as const satisfies Record<Stage, readonly Stage[]>;

/** The stages that may follow. */
export const nextStages = (stage: Stage): readonly Stage[] => STAGE_TABLE[stage];

/** Whether a case may go from one stage to another. */
export const canMove = (from: Stage, to: Stage): boolean => nextStages(from).includes(to);

/** Whether the case's course has ended. */
export const isFinal = (stage: Stage): boolean => nextStages(stage).length === 0;
