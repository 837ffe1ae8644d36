import { CancellationScope, executeChild, isCancellation } from '@temporalio/workflow';
import type { VillageDirectInput, VillageDirectResult } from '@yiwang/contracts/case-flow';
import { pathWorkflowId } from '@yiwang/contracts/engine';
import { attributesOfRound, showPath } from '../recording/search-attributes.js';
import { villageDirect } from '../village-direct/village-direct.workflow.js';
import type { Course } from './course.rules.js';

/** The path that runs now; a withdrawal leaves it. */
export interface RunningPath {
  /** Cancels the path's workflow and returns when it has ended. */
  leave(): Promise<void>;
}

/** Starts a round on the village path; its result is null where the path was left. */
export function startVillagePath(course: Course): RunningPath & { result: Promise<VillageDirectResult | null> } {
  const path = 'villageDirect';
  const input: VillageDirectInput = {
    caseNumber: course.caseNumber,
    countyCode: course.countyCode,
    areaCode: course.areaCode,
    round: course.round,
    tasksOpened: course.tasksOpened,
    excludedSubjects: course.handlers,
    dueAt: course.resolutionDueAt,
  };
  Object.assign(course, { path, onPath: true, atTown: course.round > 2 });
  showPath(path, course.areaCode);

  const scope = new CancellationScope();
  const result = scope
    .run(() =>
      executeChild(villageDirect, {
        workflowId: pathWorkflowId(course.caseNumber, path, course.round),
        args: [input],
        typedSearchAttributes: attributesOfRound({ ...input, path }),
      }),
    )
    .catch((error: unknown) => {
      if (isCancellation(error)) return null;
      throw error;
    });
  return {
    result,
    async leave() {
      scope.cancel();
      await result;
    },
  };
}
