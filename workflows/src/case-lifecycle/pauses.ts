import type { Actor, Stage } from '@yiwang/contracts/case-flow';
import { mayResume } from '@yiwang/domain/paths';
import { residentAdded, resumeCase } from '../recording/messages.js';
import { setHandler } from '@temporalio/workflow';
import { now } from '../recording/time.js';
import { inTurn } from '../recording/turns.js';
import { clockPatch, seenOf, type Course } from './course.rules.js';
import { onCourse } from './on-course.js';
import { bySystem, enter, recordCourse, tellPath, toReporter } from './write.js';

/** The clocks stand: while the resident is waited for, or the case is suspended (挂账) until its review. */
export async function pause(
  course: Course,
  name: string,
  at: string,
  by: { actor: Actor; reason: string; why: 'waitingForResident' | 'suspended'; until: string },
  more: { changedTasks?: { taskId: string; state: 'completed'; result?: string }[] } = {},
): Promise<void> {
  const { why, until, actor, reason } = by;
  const stage = course.stage;
  enter(course, at, { kind: 'pause', reason: why });
  const isSuspended = why === 'suspended';
  await recordCourse(course, name, at, {
    ...more,
    actor,
    patch: {
      paused: why,
      ...(isSuspended ? { stage: 'suspended', reviewAt: until } : {}),
    },
    timeline: [
      {
        type: isSuspended ? 'suspended' : 'paused',
        text: reason,
        data: { until, ...(isSuspended ? { stage: 'suspended' } : {}) },
      },
    ],
    notices: [toReporter(course, isSuspended ? 'caseSuspended' : 'casePaused', { until })],
  });
  course.paused = { reason: why, until, stage };
  if (isSuspended) await tellPath(course, { held: 'suspended' });
}

/** The clocks go on: the resident has spoken, the review date is here, or somebody takes it up again. */
export async function resume(course: Course, name: string, at: string, by: { actor: Actor; reason?: string }): Promise<void> {
  const { paused } = course;
  if (paused === null) return;
  enter(course, at, { kind: 'resume' });
  const patch = clockPatch(course);
  // A path that runs writes its own stage when it is let go.
  const stage: { stage?: Stage } = paused.reason === 'suspended' && course.run === null ? { stage: paused.stage } : {};
  await recordCourse(course, name, at, {
    actor: by.actor,
    patch: { ...patch, ...stage, paused: null, reviewAt: null },
    timeline: [
      {
        type: 'resumed',
        ...(by.reason === undefined ? {} : { text: by.reason }),
        data: { dueAt: patch.resolutionDueAt ?? at, ...(stage.stage === undefined ? {} : { stage: stage.stage }) },
      },
    ],
    ...(patch.resolutionDueAt === undefined ? {} : { leadDueAt: patch.resolutionDueAt }),
    notices: [toReporter(course, 'caseResumed', { dueAt: patch.resolutionDueAt ?? at })],
  });
  course.paused = null;
  course.stage = paused.stage;
  course.changes += 1;
  await tellPath(course, { held: null, ...(patch.resolutionDueAt === undefined ? {} : { dueAt: patch.resolutionDueAt }) });
}

/** Ended before its time by whoever holds the case or stands above; a word of the resident ends the wait for it. */
export function registerPauses(course: Course): void {
  onCourse(course, resumeCase, {
    check: ({ actor, reason }) => mayResume(actor, seenOf(course), reason),
    act: ({ actor, reason }, at) => resume(course, 'resumeCase', at, { actor, reason }),
  });

  setHandler(residentAdded, () =>
    inTurn(course, 'residentAdded', async () => {
      if (course.paused?.reason !== 'waitingForResident') return;
      await resume(course, `residentAdded:${course.ledger.length}`, now(course), { actor: bySystem });
    }),
  );
}
