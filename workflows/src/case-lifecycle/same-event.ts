import { setHandler } from '@temporalio/workflow';
import { refuse } from '@yiwang/contracts/errors';
import { mayMerge, maySeparate } from '@yiwang/domain/paths';
import { groupAnswered, groupMember, mergeCase, separateCase } from '../recording/messages.js';
import { now } from '../recording/time.js';
import { inTurn } from '../recording/turns.js';
import { isOpen, seenOf, type Course } from './course.rules.js';
import { beginAgain, pathOf, planFor } from './entry.js';
import { onCourse } from './on-course.js';
import { answered } from './run-path.js';
import { bySystem, enter, recordCourse, toReporter } from './write.js';
import type { Verdict } from '../recording/tasks.rules.js';

const FREE = '未答复、未并案且不是主案件的在办案件 / an open, unanswered case that neither leads nor belongs to a group';
const GROUP_ENDED = '主案件已结束，恢复单独办理 / the leading case has ended, this one goes its own way';

function checkMerge(course: Course, into: string, reason: string): Verdict {
  const isItself = isOpen(course) && into === course.caseNumber;
  return isItself ? refuse('MERGE_REFUSED', { expected: FREE }) : mayMerge(seenOf(course), course.members.length, reason);
}

/**
 * 同一事件并案: one handling; this case leaves its path, is answered with the leading one and rated by its own reporter.
 * Its resident's clock runs on. It can be separated again, and goes its own way.
 */
export function registerSameEvent(course: Course, leavePath: () => Promise<void>): void {
  onCourse(course, mergeCase, {
    check: ({ into, reason }) => checkMerge(course, into, reason),
    async act({ actor, into, reason }, at) {
      await leavePath();
      // Nobody holds it any more, so nobody is late with it; the resident's clock runs on.
      enter(course, at, { kind: 'stop', clock: 'tier' });
      await recordCourse(course, 'mergeCase', at, {
        actor,
        patch: { mergedInto: into, stage: 'handling' },
        timeline: [{ type: 'merged', text: reason, data: { into } }],
        cancelOpenTasks: true,
        notices: [toReporter(course, 'merged', {})],
      });
      Object.assign(course, { mergedInto: into, desk: null, plan: null, requests: {}, orders: {} });
    },
  });

  onCourse(course, separateCase, {
    check: ({ reason }) => maySeparate(seenOf(course), reason),
    act: ({ actor, reason }, at) => goOwnWay(course, 'separateCase', at, { actor, reason }),
  });

  onCourse(course, groupMember, {
    check: ({ caseNumber, act }) => {
      if (!isOpen(course)) return refuse('CASE_CLOSED');
      if (act === 'leave') return { ok: true };
      const mayLead = course.mergedInto === null && course.stage !== 'evaluating' && caseNumber !== course.caseNumber;
      return mayLead ? { ok: true } : refuse('MERGE_REFUSED', { expected: FREE });
    },
    async act({ actor, caseNumber, act }, at) {
      const others = course.members.filter((member) => member !== caseNumber);
      await recordCourse(course, 'groupMember', at, {
        actor,
        timeline: [{ type: act === 'join' ? 'joined' : 'separated', internal: true, data: { caseNumber } }],
      });
      course.members = act === 'join' ? [...others, caseNumber] : others;
    },
  });

  setHandler(groupAnswered, ({ leadingCase, answer }) =>
    inTurn(course, 'groupAnswered', async () => {
      if (course.mergedInto !== leadingCase || !isOpen(course) || course.stage === 'evaluating') return;
      if (answer === undefined) {
        await goOwnWay(course, `groupEnded:${leadingCase}`, now(course), { actor: bySystem, reason: GROUP_ENDED });
        return;
      }
      const at = now(course);
      // Heard late is not answered late; but nobody is answered before they have reported.
      const answeredAt = answer.answeredAt > course.input.receivedAt ? answer.answeredAt : course.input.receivedAt;
      await recordCourse(course, `groupAnswered:${leadingCase}`, at, {
        actor: bySystem,
        patch: { stage: 'evaluating', resolvedAt: answeredAt, firstResponseAt: answeredAt },
        timeline: [{ type: 'answered', text: answer.text, data: { stage: 'evaluating', round: course.round, leadingCase } }],
        notices: [toReporter(course, 'caseAnswered')],
      });
      course.handlers = [...new Set([...course.handlers, ...answer.handlers])];
      await answered(course, answeredAt, answer.text);
    }),
  );
}

async function goOwnWay(course: Course, name: string, at: string, by: { actor: typeof bySystem; reason: string }): Promise<void> {
  await recordCourse(course, name, at, {
    actor: by.actor,
    patch: { mergedInto: null, stage: 'dispatched' },
    timeline: [{ type: 'separated', text: by.reason, data: { stage: 'dispatched' } }],
  });
  const path = course.path ?? pathOf(course);
  course.mergedInto = null;
  await beginAgain(course, `referred:${name}:${at}`, at, { ...planFor(course, path, course.areaCode), handOver: false });
}

