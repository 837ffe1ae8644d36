import { tierOfPost, type PositionRole, type Tier } from '@yiwang/domain/paths';
import { ask, type Answer } from '../kit/graph.js';
import { language } from '../words/language.js';

const FIELDS = `number stage round kind path text placeText receivedAt responseDueAt firstResponseAt resolutionDueAt firstDueAt provisional paused
  reviewAt mergedInto closedAt closedAs rating publicTitle sameHere deadlineExplained(language: $language)
  area { name ancestors { name level } }
  attachments { id kind url }
  timeline { cursor type at actorKind actorRole text taskId data }`;

const TRACK = `query ($number: ID!, $code: String!, $language: Language!) {
  trackCase(number: $number, pickupCode: $code) { ${FIELDS} }
}`;

export interface TimelineEntry {
  cursor: string;
  type: string;
  at: string;
  actorKind: string;
  actorRole: string | null;
  text: string | null;
  taskId: string | null;
  data: string;
}

export interface TrackedCase {
  number: string;
  stage: string;
  round: number;
  kind: string;
  path: string | null;
  text: string;
  placeText: string | null;
  receivedAt: string;
  responseDueAt: string;
  firstResponseAt: string | null;
  resolutionDueAt: string;
  firstDueAt: string;
  provisional: boolean;
  paused: string | null;
  reviewAt: string | null;
  mergedInto: string | null;
  closedAt: string | null;
  closedAs: string | null;
  rating: string | null;
  /** Under which neighbours see it, and how many said that it is theirs too. */
  publicTitle: string | null;
  sameHere: number | null;
  deadlineExplained: string | null;
  area: { name: string; ancestors: { name: string; level: string }[] };
  attachments: { id: string; kind: string; url: string }[];
  timeline: TimelineEntry[];
}

export interface Access {
  number: string;
  code: string;
}

export async function track({ number, code }: Access): Promise<Answer<TrackedCase>> {
  const answer = await ask<{ trackCase: TrackedCase }>(TRACK, { number, code, language: language() });
  return answer.ok ? { ok: true, data: answer.data.trackCase } : answer;
}

/** `findLast`, which phones of some years ago do not have. */
const last = (timeline: readonly TimelineEntry[], is: (entry: TimelineEntry) => boolean): TimelineEntry | undefined =>
  timeline.filter(is).at(-1);

/** Tasks that others have beside whoever leads: parts, the verification, requests and orders. */
const BESIDE: readonly unknown[] = ['contribute', 'verify', 'approve', 'order'];
/** What somebody does with a task that is theirs; `released` gives it back. */
const IN_HAND = ['claimed', 'accepted', 'contacted', 'answered', 'released'];

interface Opened {
  kind?: string;
  roles?: unknown;
  areaCode?: unknown;
  /** A part that was given back to whoever leads. */
  part?: boolean;
}

export interface Lead {
  /** The role of whoever has the leading task; null while nobody has. Names of officials are not for the public. */
  holder: string | null;
  /** To whom the task is addressed: whom one waits for while nobody has it. */
  roles: string[];
  /** At which level the task is; null where nothing says so. */
  tier: Tier | null;
}

function openedIn({ data }: TimelineEntry): Opened {
  try {
    return (JSON.parse(data) ?? {}) as Opened;
  } catch {
    return {};
  }
}

/** Who leads the case: by the leading task that was opened last, whatever parts and verifications came after it. */
export function leadOf(timeline: readonly TimelineEntry[]): Lead {
  const opening = last(timeline, (entry) => {
    const { kind, part } = openedIn(entry);
    return entry.type === 'taskOpened' && !BESIDE.includes(kind) && part !== true;
  });
  if (!opening) return { holder: null, roles: [], tier: null };
  const opened = openedIn(opening);
  const roles = Array.isArray(opened.roles) ? opened.roles.map(String) : [];
  const touched = last(timeline, ({ taskId, type, actorKind }) => taskId === opening.taskId && actorKind === 'person' && IN_HAND.includes(type));
  const holder = touched === undefined || touched.type === 'released' ? null : touched.actorRole;
  const role = (holder ?? roles[0]) as PositionRole | undefined;
  return { holder, roles, tier: role === undefined ? null : tierOfPost(role, String(opened.areaCode ?? '')) };
}

/** What was last answered in words. */
export const lastAnswer = (timeline: readonly TimelineEntry[]): TimelineEntry | undefined =>
  last(timeline, ({ type, text }) => type === 'answered' && !!text);
