import type { CaseRecordsFragment } from '../graph/generated/graphql.js';

type Stored = NonNullable<CaseRecordsFragment['records']>[number];
type Event = CaseRecordsFragment['timeline'][number];
type Actor = { id: string; name: string } | null | undefined;

interface Length { amount: number; unit: string }
interface Written {
  meeting: { place: string; meetAt: string; participants: { name: string; kind: string; unitCode?: string }[] };
  minutes: { summary: string; lines: string[] };
  attendance: { meetingId: string; participant: string; attachmentIds: string[]; note?: string };
  mediation: { parties: string[]; session: string; agreement: string | null };
  verification: { passed: boolean; findings: string; attachmentIds: string[] };
  approval: { kind: string; reason: string; by?: Length; reviewAt?: string };
  return: { proposedUnitCode: string; legalGround: string; reason: string };
  order: { reason: string; dueAt: string };
}

export interface Read<K extends keyof Written> {
  id: string;
  at: string;
  actor: Actor;
  data: Written[K];
}

/** The records of one kind, with their fields. */
export const recordsOf = <K extends keyof Written>(records: readonly Stored[] | null | undefined, kind: K): Read<K>[] =>
  (records ?? []).filter((record) => record.kind === kind).map(({ id, at, actor, data }) => ({ id, at, actor, data: JSON.parse(data) as Written[K] }));

export interface Meeting extends Read<'meeting'> {
  minutes: Read<'minutes'> | undefined;
  attendances: ReadonlyMap<string, Read<'attendance'>>;
}

/** Each meeting with who was there and what was agreed; the newest first. */
export function meetingsOf(records: readonly Stored[] | null | undefined): Meeting[] {
  const [minutes, attendances] = [recordsOf(records, 'minutes'), recordsOf(records, 'attendance')];
  return recordsOf(records, 'meeting').reverse().map((meeting) => ({
    ...meeting,
    minutes: minutes.find(({ id }) => id === meeting.id),
    attendances: new Map(attendances.filter(({ data }) => data.meetingId === meeting.id).map((one) => [one.data.participant, one])),
  }));
}

export type ApprovalState = 'open' | 'granted' | 'refused' | 'movedUp' | 'lapsed';
const GRANTED = ['approvalGranted', 'extended', 'paused', 'suspended', 'referred', 'notAccepted'];

/** What became of a request: its own task's events tell; while nothing does, somebody has still to decide. */
export function approvalState(taskId: string, timeline: readonly Pick<Event, 'type' | 'taskId' | 'data'>[], openTasks: readonly { id: string }[]): ApprovalState {
  if (openTasks.some(({ id }) => id === taskId)) return 'open';
  const told = timeline.filter((event) => event.taskId === taskId);
  if (told.some(({ type }) => type === 'approvalMovedUp')) return 'movedUp';
  const refused = told.find(({ type }) => type === 'approvalRefused');
  if (refused) return refused.data.includes('"lapsed":true') ? 'lapsed' : 'refused';
  return told.some(({ type }) => GRANTED.includes(type)) ? 'granted' : 'lapsed';
}

export interface Part {
  id: string;
  title: string;
  state: 'open' | 'held' | 'done' | 'returned' | 'taken';
  /** Whoever holds it or handed it in. */
  by: Actor;
  result: string | null;
  attachmentIds: string[];
  /** Of an open one. */
  task?: NonNullable<CaseRecordsFragment['tasks']>[number];
}

const ENDS = { contributed: 'done', returned: 'returned', partCancelled: 'taken' } as const satisfies Record<string, Part['state']>;

interface Facts {
  attachmentIds?: string[];
  kind?: string;
  parts?: string[];
}

const factsOf = (json: string): Facts => (JSON.parse(json || '{}') as Facts | null) ?? {};

/** Whoever gives out parts names them in one event; their tasks are opened right after it, in the same order. */
function titlesOf(timeline: CaseRecordsFragment['timeline']): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  let named: string[] = [];
  for (const { type, taskId, data } of timeline) {
    const { kind, parts } = factsOf(data);
    if (parts) named = [...parts];
    const title = type === 'taskOpened' && kind === 'contribute' ? named.shift() : undefined;
    if (taskId != null && title !== undefined) titles.set(taskId, title);
  }
  return titles;
}

/** Parallel parts of the work: those still open from their tasks, those that ended from the events of theirs. */
export function partsOf({ tasks, timeline }: Pick<CaseRecordsFragment, 'tasks' | 'timeline'>): Part[] {
  const titles = titlesOf(timeline);
  const open = (tasks ?? []).filter(({ kind }) => kind === 'contribute').map((task): Part => ({
    ...{ id: task.id, title: task.title ?? '', state: task.holder ? 'held' : 'open', by: task.holder, result: null, attachmentIds: [], task },
  }));
  const ended = timeline.flatMap(({ type, taskId, text, actor, data }): Part[] => {
    const state = ENDS[type as keyof typeof ENDS];
    if (state === undefined || taskId == null || open.some(({ id }) => id === taskId)) return [];
    const { attachmentIds = [], kind } = factsOf(data);
    return kind !== undefined && kind !== 'contribute' ? [] : [{ id: taskId, title: titles.get(taskId) ?? '', state, by: actor, result: text ?? null, attachmentIds }];
  });
  return [...open, ...ended];
}
