import { refuse } from '@yiwang/contracts/errors';
import { mayConvene } from '@yiwang/domain/paths';
import { recordMediation, recordMinutes, summon } from '../recording/messages.js';
import type { Notice, PartOf } from '@yiwang/contracts/case-flow';
import type { Verdict } from '../recording/tasks.rules.js';
import { onDecision, recordWork, remember } from './decide.js';
import { checkParts, openParts } from './parts.js';
import { checkRecipients } from './recipients.rules.js';
import { checkDecision, situationOf, type Work, type WorkTask } from './work.rules.js';

/** Whoever will answer also convenes, and keeps the record. */
const checkConvenes = (work: Work, task: WorkTask): Verdict => mayConvene(work.stage, situationOf(task));

/** On the village's path nobody has parts: who answers does it alone, or hands it up. */
const checkLines = (work: Work, lines: readonly PartOf[]): Verdict =>
  lines.length > 0 && work.input.path === 'villageDirect'
    ? refuse('PATH_REFUSES', { field: 'lines', expected: '现场直办不分派任务，请先上报 / no tasks on this path; hand it up first' })
    : checkParts(lines, 0);

/**
 * 吹哨: units, residents, companies or volunteers are summoned to a place and time; attendance with its proof is a row
 * that no workflow hears of; lines of the minutes that name somebody become tasks.
 */
export function registerMeetings(work: Work): void {
  onDecision(work, summon, {
    check: (input) =>
      checkDecision(work, input, (task) => {
        const convenes = checkConvenes(work, task);
        if (!convenes.ok) return convenes;
        if (input.place.trim() === '') return refuse('TEXT_REQUIRED', { field: 'place' });
        if (work.meetings.includes(input.meetingId)) {
          return refuse('PATH_REFUSES', { field: 'meetingId', expected: '新的会议编号 / a new id' });
        }
        return input.participants.length === 0
          ? refuse('PATH_REFUSES', { field: 'participants', expected: '至少一个参加方 / at least one participant' })
          : { ok: true };
      }),
    async act({ actor, taskId, meetingId, place, meetAt, participants }, at) {
      const notices = participants.flatMap(({ kind, unitCode, areaCode, to }): Notice[] =>
        kind !== 'unit' || unitCode === undefined
          ? []
          : [
              {
                type: 'summoned',
                to: { kind: 'position', ...(to ?? { roles: ['departmentHandler'], areaCode, unitCode }) },
                data: { caseNumber: work.caseNumber, place, meetAt },
              },
            ],
      );
      await recordWork(work, 'summon', at, {
        actor,
        timeline: [
          {
            type: 'summoned',
            taskId,
            internal: true,
            data: { meetingId, place, meetAt, participants: participants.map(({ name }) => name) },
          },
        ],
        records: [{ kind: 'meeting', id: meetingId, data: { place, meetAt, participants } }],
        notices,
      });
      work.meetings.push(meetingId);
    },
  });

  onDecision(work, recordMinutes, {
    check: (input) =>
      checkDecision(work, input, (task) => {
        const convenes = checkConvenes(work, task);
        if (!convenes.ok) return convenes;
        if (!work.meetings.includes(input.meetingId)) return refuse('MEETING_UNKNOWN', { value: input.meetingId });
        if (input.summary.trim() === '') return refuse('TEXT_REQUIRED', { field: 'summary' });
        return checkLines(work, input.lines);
      }),
    forbids: ({ taskId, lines }) => checkRecipients(work, work.tasks[taskId]?.areaCode ?? work.countyCode, lines.map((line, i) => [`lines[${i}]`, line])),
    async act({ actor, taskId, meetingId, summary, lines }, at) {
      remember(work, actor.subject);
      const by = { actor, type: 'minutesRecorded', text: summary, from: taskId } as const;
      await openParts(work, 'recordMinutes', at, by, lines, {
        actor,
        timeline: [],
        records: [{ kind: 'minutes', id: meetingId, data: { summary, lines: lines.map(({ title }) => title) } }],
      });
      work.onRecord = [...new Set([...work.onRecord, 'minutes' as const])];
    },
  });
}

/** 调解: parties, sessions one by one, and the agreement where one was reached. */
export function registerMediation(work: Work): void {
  onDecision(work, recordMediation, {
    check: (input) =>
      checkDecision(work, input, (task) => {
        const convenes = checkConvenes(work, task);
        if (!convenes.ok) return convenes;
        if (input.parties.filter((party) => party.trim() !== '').length < 2) {
          return refuse('PATH_REFUSES', { field: 'parties', expected: '至少两方当事人 / two parties at least' });
        }
        return input.session.trim() === '' ? refuse('TEXT_REQUIRED', { field: 'session' }) : { ok: true };
      }),
    async act({ actor, taskId, parties, session, agreement, idempotencyKey }, at) {
      remember(work, actor.subject);
      await recordWork(work, 'recordMediation', at, {
        actor,
        timeline: [
          { type: 'mediated', text: session, taskId, internal: true, data: { agreed: agreement !== undefined } },
        ],
        records: [{ kind: 'mediation', id: idempotencyKey, data: { parties, session, agreement: agreement ?? null } }],
      });
      work.onRecord = [...new Set([...work.onRecord, 'mediation' as const])];
    },
  });
}
