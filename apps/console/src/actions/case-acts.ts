import type { CaseAction } from '../graph/generated/graphql.js';
import type { Act, Field } from './act.types.js';
import { DOCUMENTS } from './documents.js';
import { partOf, partsOf, type PartRow } from './shapes.js';
import { CLASS_CHOICE, PATH_CHOICE } from './task-acts.js';

const REASON: Field = { name: 'reason', kind: 'text' };
const supervision = (act: 'urge' | 'order' | 'escalate'): Act => ({
  on: 'case', place: act === 'urge' ? 'second' : 'more', document: DOCUMENTS.supervise, fields: [REASON], seenBy: act === 'escalate' ? 'reason' : 'note',
  ...(act === 'escalate' ? { danger: true } : {}),
  shape: ({ reason }) => ({ act, reason }),
});

/** The form of each act on a case without a task of it, and on what somebody else was given. */
export const CASE_ACTS: Record<CaseAction | 'reassign' | 'cancelPart', Act> = {
  noteCase: { on: 'case', place: 'more', document: DOCUMENTS.note, fields: [{ name: 'text', label: 'note', kind: 'text' }], seenBy: 'note' },
  recordAttendance: {
    on: 'case', place: 'second', document: DOCUMENTS.attendance, seenBy: 'note',
    fields: [
      { name: 'meetingId', kind: 'meeting' },
      { name: 'participant', kind: 'participant' },
      { name: 'attachmentIds', label: 'proof', kind: 'files' },
      { name: 'note', label: 'attendanceNote', kind: 'text', optional: true },
    ],
  },
  urge: supervision('urge'),
  order: supervision('order'),
  escalate: supervision('escalate'),
  instruct: {
    on: 'case', place: 'second', document: DOCUMENTS.instruct, seenBy: 'note',
    fields: [{ name: 'text', label: 'instruction', kind: 'text' }, { name: 'part', kind: 'parts', optional: true, most: 1 }],
    shape: ({ text, part }, { one }) => ({ text, part: one ? partsOf(part, one)[0] : undefined }),
  },
  reclassify: { on: 'case', place: 'more', document: DOCUMENTS.reclassify, fields: [CLASS_CHOICE, PATH_CHOICE, REASON], seenBy: 'reason' },
  resume: { on: 'case', place: 'second', document: DOCUMENTS.resume, fields: [REASON], seenBy: 'reason' },
  merge: { on: 'case', place: 'more', document: DOCUMENTS.merge, fields: [{ name: 'into', kind: 'case' }, REASON], seenBy: 'reason' },
  separate: { on: 'case', place: 'more', document: DOCUMENTS.separate, fields: [REASON], seenBy: 'reason' },
  reassign: {
    on: 'given', place: 'more', document: DOCUMENTS.reassign, seenBy: 'note',
    fields: [{ name: 'taskId', kind: 'givenTask' }, { name: 'to', kind: 'part' }, REASON],
    shape: ({ taskId, to, reason }, { one }) => ({ taskId, reason, to: one ? partOf(to as PartRow, one) : null }),
  },
  cancelPart: { on: 'given', place: 'more', document: DOCUMENTS.cancelPart, danger: true, seenBy: 'note', fields: [{ name: 'partId', kind: 'givenTask' }, REASON] },
};
