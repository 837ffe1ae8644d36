import { PATHS, PATHS_BELOW } from '@yiwang/domain/paths';
import type { TaskAction } from '../graph/generated/graphql.js';
import type { About, Act, Field } from './act.types.js';
import { DOCUMENTS } from './documents.js';
import { dayOf, momentOf, participantOf, partOf, partsOf, type ParticipantRow, type PartRow } from './shapes.js';

const text = (name: string, more: Partial<Field> = {}): Field => ({ name, kind: 'text', ...more });
const REASON = text('reason');
const FILES: Field = { name: 'attachmentIds', kind: 'files', optional: true };
const YES_NO = [{ value: true, label: 'yes' }, { value: false, label: 'no' }];
const GRANT = [{ value: true, label: 'agree' }, { value: false, label: 'refuse' }];

const pathsBelow = ({ one }: About) => (one?.path == null ? [] : PATHS_BELOW[one.path]).map((path) => ({ value: path, label: `path.${path}` }));
export const PATH_CHOICE: Field = { name: 'path', kind: 'choice', options: () => PATHS.map((path) => ({ value: path, label: `path.${path}` })) };
export const CLASS_CHOICE: Field = {
  name: 'caseClass',
  kind: 'choice',
  options: () => ['simple', 'general', 'major', 'difficult', 'crossCounty'].map((one) => ({ value: one, label: `caseClass.${one}` })),
};

const asked = (kind: 'extension' | 'pause', unit: (about: About) => string | undefined): Act['shape'] => ({ amount, ...rest }, about) => ({
  ...rest,
  kind,
  by: { amount, unit: unit(about) ?? 'calendarDays' },
});

/** The form of each act on a task of one's own. */
export const TASK_ACTS: Record<Exclude<TaskAction, 'reassign' | 'cancelPart'>, Act> = {
  claim: { on: 'task', place: 'main', document: DOCUMENTS.claim, fields: [] },
  release: { on: 'task', place: 'second', document: DOCUMENTS.release, fields: [] },
  recordContact: { on: 'task', place: 'second', document: DOCUMENTS.contact, fields: [text('note')], seenBy: 'note' },
  accept: { on: 'task', place: 'main', document: DOCUMENTS.accept, fields: [] },
  answer: {
    on: 'task', place: 'main', document: DOCUMENTS.complete, seenBy: 'answer',
    fields: [{ name: 'template', kind: 'template', optional: true }, text('answer'), text('explanation', { onDemand: true }), FILES],
    shape: ({ template: _chosen, ...rest }) => rest,
  },
  contribute: { on: 'task', place: 'main', document: DOCUMENTS.complete, fields: [text('answer', { label: 'result' }), FILES], seenBy: 'note' },
  handUp: { on: 'task', place: 'second', document: DOCUMENTS.handUp, fields: [REASON], seenBy: 'reason', danger: true },
  dispatch: {
    on: 'task', place: 'main', document: DOCUMENTS.dispatch,
    fields: [{ name: 'areaCode', kind: 'area' }, { ...CLASS_CHOICE, optional: true }, { ...PATH_CHOICE, optional: true }, { name: 'unitCode', kind: 'unit', optional: true }],
  },
  notAccept: { on: 'task', place: 'second', document: DOCUMENTS.dispatch, fields: [text('notAcceptedReason')], seenBy: 'reason', danger: true },
  returnTask: {
    on: 'task', place: 'second', document: DOCUMENTS.returnTask, danger: true, seenBy: 'note',
    fields: [{ name: 'power', kind: 'power', optional: true }, { name: 'proposedUnitCode', kind: 'unit' }, text('legalGround'), REASON],
    shape: ({ power: _chosen, ...rest }) => rest,
  },
  verify: { on: 'task', place: 'main', document: DOCUMENTS.verify, fields: [{ name: 'passed', kind: 'choice', options: () => YES_NO }, text('findings'), FILES], seenBy: 'note' },
  decideApproval: { on: 'task', place: 'main', document: DOCUMENTS.decide, fields: [{ name: 'granted', kind: 'choice', options: () => GRANT }, REASON], seenBy: 'note' },
  answerOrder: { on: 'task', place: 'main', document: DOCUMENTS.answerOrder, fields: [text('answer', { label: 'orderAnswer' }), FILES], seenBy: 'note' },
  answerReferral: {
    on: 'task', place: 'main', document: DOCUMENTS.answerReferral, seenBy: 'answer',
    fields: [{ name: 'outcome', kind: 'choice', options: () => ['answered', 'returned'].map((one) => ({ value: one, label: `outcome.${one}` })) }, text('text', { label: 'opinion' })],
  },
  planParts: {
    on: 'task', place: 'second', document: DOCUMENTS.plan, seenBy: 'note',
    fields: [{ name: 'parts', kind: 'parts' }],
    shape: ({ parts }, { one }) => ({ parts: one ? partsOf(parts, one) : [] }),
  },
  assign: {
    on: 'task', place: 'main', document: DOCUMENTS.assign, seenBy: 'note',
    fields: [{ name: 'lead', kind: 'part' }, { name: 'assisting', kind: 'parts', optional: true }, text('reason', { label: 'assignReason', optional: true })],
    shape: ({ lead, assisting, reason }, { one }) => ({ reason, lead: one ? partOf(lead as PartRow, one) : null, assisting: one ? partsOf(assisting, one) : [] }),
  },
  delegate: {
    on: 'task', place: 'second', document: DOCUMENTS.delegate, seenBy: 'reason',
    fields: [{ ...PATH_CHOICE, options: pathsBelow }, { name: 'areaCode', kind: 'area' }, REASON],
  },
  summon: {
    on: 'task', place: 'second', document: DOCUMENTS.summon, seenBy: 'note',
    fields: [{ name: 'place', kind: 'line' }, { name: 'meetAt', kind: 'moment' }, { name: 'participants', kind: 'participants' }],
    shape: ({ place, meetAt, participants }, { one }) => ({
      place,
      meetAt: momentOf(meetAt),
      participants: one ? ((participants ?? []) as ParticipantRow[]).map((row) => participantOf(row, one)) : [],
    }),
  },
  recordMinutes: {
    on: 'task', place: 'second', document: DOCUMENTS.minutes, seenBy: 'note',
    fields: [{ name: 'meetingId', kind: 'meeting' }, text('summary'), { name: 'lines', kind: 'parts', optional: true }],
    shape: ({ lines, ...rest }, { one }) => ({ ...rest, lines: one ? partsOf(lines, one) : [] }),
  },
  recordMediation: {
    on: 'task', place: 'second', document: DOCUMENTS.mediation, seenBy: 'note',
    fields: [{ name: 'parties', kind: 'parties' }, text('session'), text('agreement', { optional: true })],
  },
  requestExtension: {
    on: 'task', place: 'more', document: DOCUMENTS.request, seenBy: 'reason',
    fields: [{ name: 'amount', label: 'extension', kind: 'number', limit: ({ one }) => one?.requestLimits?.extension }, REASON],
    shape: asked('extension', ({ one }) => one?.requestLimits?.extension.unit),
  },
  requestPause: {
    on: 'task', place: 'more', document: DOCUMENTS.request, seenBy: 'reason',
    fields: [{ name: 'amount', label: 'pause', kind: 'number', limit: ({ one }) => one?.requestLimits?.pause }, REASON],
    shape: asked('pause', ({ one }) => one?.requestLimits?.pause.unit),
  },
  requestSuspension: {
    on: 'task', place: 'more', document: DOCUMENTS.request, seenBy: 'reason',
    fields: [{ name: 'reviewAt', kind: 'day' }, REASON],
    shape: ({ reviewAt, reason }) => ({ kind: 'suspension', reviewAt: dayOf(reviewAt), reason }),
  },
  requestReferral: { on: 'task', place: 'more', document: DOCUMENTS.request, fields: [REASON], seenBy: 'reason', shape: ({ reason }) => ({ kind: 'referral', reason }) },
};
