import type { UpdateDefinition } from '@temporalio/common';
import type { DecisionResult, UpdateInputs, UpdateName } from '@yiwang/contracts/case-flow';
import { onDecision, type Deciding } from '../recording/on-decision.js';
import type { Course } from './course.rules.js';

/** Registers a decision about the whole case. */
export const onCourse = <N extends UpdateName>(
  course: Course,
  update: UpdateDefinition<DecisionResult, [UpdateInputs[N]], N>,
  deciding: Deciding<UpdateInputs[N]>,
): void => onDecision(course, () => course.round, update, deciding);
