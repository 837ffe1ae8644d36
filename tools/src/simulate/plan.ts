import type { WorkingCalendar } from '@yiwang/domain/calendar';
import type { CaseClass, CaseKind, CaseMode, Channel } from '@yiwang/domain/paths';
import type { Chance } from './chance.js';
import { areasOf, holdersOf, staffedUnits, type County } from './county.js';
import { arrival, type Opening } from './rhythm.js';
import { temperOf, type Temper } from './temper.js';
import { ABOUT_OFFICIALS, DISPUTES, SUGGESTIONS, TOPIC_NAMES, TOPICS, written, type Topic } from './texts.js';

/** Who passes a case on: an external system, the resident without an account, or somebody who files it for them. */
export type Starter = { as: 'hotline-12345' | 'message-board' | 'public' } | { as: 'staff'; username: string };

export interface PlannedCase {
  index: number;
  arrivesAtMs: number;
  starter: Starter;
  channel: Channel;
  kind: CaseKind;
  /** What it is; told to the system by those who may, else found out by a desk. */
  caseClass: CaseClass;
  mode: CaseMode | null;
  /** Where it really is, a grid; and how much of that is said. */
  gridCode: string;
  saidAreaCode: string;
  qrPointCode: string | null;
  aboutWhom: { areaCode: string; role: 'villageSecretary' | 'townCentre' } | null;
  topic: Topic;
  text: string;
  reporter: { name: string; phone: string } | null;
  /** The same event as that earlier case. */
  sameEventAs: number | null;
  temper: Temper;
}

const CHANNELS: Partial<Record<Channel, number>> = {
  hotline: 34,
  messageBoard: 12,
  qr: 16,
  wechat: 14,
  phone: 6,
  web: 4,
  app: 3,
  cityManagement: 3,
  offline: 8,
};
const OPENING: Partial<Record<Channel, Opening>> = { offline: 'office', cityManagement: 'office' };
const CLASSES: Record<CaseClass, number> = { simple: 87, general: 5.5, major: 4, difficult: 2.7, crossCounty: 0.8 };
const KINDS: Record<CaseKind, number> = { request: 42, complaint: 32, consultation: 11, report: 5, dispute: 5, suggestion: 5 };
const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜';
const TITLES = ['先生', '女士', '大爷', '大妈', '师傅', '老师'] as const;

export interface PlanFacts {
  chance: Chance;
  county: County;
  office: WorkingCalendar;
  /** The first midnight (ms). */
  beginMs: number;
  days: number;
  cases: number;
}

/** Everything that reaches the network, in order of arrival. The same facts give the same plan. */
export function planCases(facts: PlanFacts): PlannedCase[] {
  const { chance, days, cases, office, beginMs } = facts;
  const arrivals = Array.from({ length: cases }, (_, nth) => {
    const own = chance.of('arrival', nth);
    const channel = own.weighted<Channel>(CHANNELS);
    return { channel, at: arrival(own, beginMs, days, OPENING[channel] ?? 'always', office) };
  }).sort((a, b) => a.at - b.at);
  const planned: PlannedCase[] = [];
  for (const [index, { channel, at }] of arrivals.entries()) planned.push(plannedCase(facts, index, channel, at, planned));
  return planned;
}

/** How many of the last arrivals somebody may be writing about once more. */
const RECENT = 40;

function plannedCase({ chance, county }: PlanFacts, index: number, channel: Channel, arrivesAtMs: number, earlier: PlannedCase[]): PlannedCase {
  const own = chance.of('case', index);
  const twin = own.happens(0.03) ? earlier.slice(-RECENT).find((one) => one.kind === 'request' && one.sameEventAs === null) : undefined;
  const gridCode = twin?.gridCode ?? own.one(areasOf(county, 15));
  const starter = starterOf(own, county, channel, gridCode);
  // Whoever writes without an account does not say of what class it is.
  const caseClass = twin?.caseClass ?? (starter.as === 'public' ? 'simple' : own.weighted(CLASSES));
  const kind = twin ? 'request' : kindOf(own, caseClass);
  const aboutWhom = kind === 'complaint' && own.happens(0.06) ? concerned(own, gridCode) : null;
  const topic = twin?.topic ?? TOPICS[kind === 'consultation' ? 'benefit' : own.one(TOPIC_NAMES.filter((name) => name !== 'benefit'))];
  const qr = channel === 'qr' ? county.qrPoints.find(({ areaCode }) => areaCode === gridCode) : undefined;
  const place = placeName(county, gridCode);
  return {
    ...{ index, arrivesAtMs, starter, channel, kind, caseClass, gridCode, aboutWhom, topic },
    mode: modeOf(own, caseClass),
    saidAreaCode: qr ? gridCode : said(own, gridCode),
    qrPointCode: qr?.code ?? null,
    text: `${written(own, sentenceOf(own, kind, topic, aboutWhom !== null), place)}${twin ? '' : detail(own)}`,
    reporter: own.happens(0.8) ? reporterOf(own) : null,
    sameEventAs: twin?.index ?? null,
    temper: temperOf(own.of('temper')),
  };
}

function starterOf(own: Chance, county: County, channel: Channel, gridCode: string): Starter {
  if (channel === 'messageBoard') return { as: 'message-board' };
  if (channel === 'hotline' || channel === 'cityManagement' || channel === 'phone') return { as: 'hotline-12345' };
  if (channel !== 'offline') return { as: 'public' };
  const role = own.weighted({ gridMember: 5, villageSecretary: 2, townCentre: 3 });
  return { as: 'staff', username: own.one(holdersOf(county, role, gridCode)).username };
}

/** A dispute or a suggestion is seldom simple, a consultation always. */
function kindOf(own: Chance, caseClass: CaseClass): CaseKind {
  if (caseClass === 'simple') return own.weighted(KINDS);
  return own.weighted({ complaint: 40, request: 40, dispute: 20 });
}

function modeOf(own: Chance, caseClass: CaseClass): CaseMode | null {
  if (caseClass === 'simple' || own.happens(0.6)) return null;
  return own.weighted({ coordination: 4, deliberation: 3, collaboration: 3 });
}

/** Most people say their grid or village, some only the town, some nothing that helps. */
function said(own: Chance, gridCode: string): string {
  const digits = Number(own.weighted({ 15: 76, 12: 12, 9: 8, 6: 4 }));
  return gridCode.slice(0, digits);
}

const concerned = (own: Chance, gridCode: string): PlannedCase['aboutWhom'] =>
  own.happens(0.75)
    ? { areaCode: gridCode.slice(0, 12), role: 'villageSecretary' }
    : { areaCode: gridCode.slice(0, 9), role: 'townCentre' };

function sentenceOf(own: Chance, kind: CaseKind, topic: Topic, aboutOfficials: boolean): string {
  if (aboutOfficials) return own.one(ABOUT_OFFICIALS);
  if (kind === 'dispute') return own.one(DISPUTES);
  return own.one(kind === 'suggestion' ? SUGGESTIONS : topic.sentences);
}

function placeName({ areas }: County, gridCode: string): string {
  const nameOf = (code: string): string => areas.find((area) => area.code === code)?.name ?? '';
  return `${nameOf(gridCode.slice(0, 9))}${nameOf(gridCode)}`;
}

const detail = (own: Chance): string => `位置在${own.whole(1, 60)}号${own.one(['门前', '屋后', '路口', '东侧', '楼下'])}。`;

const reporterOf = (own: Chance): PlannedCase['reporter'] => ({
  name: `${own.one([...SURNAMES])}${own.one(TITLES)}`,
  phone: `1990001${String(own.whole(0, 9_999)).padStart(4, '0')}`,
});

/** Which department a matter is up to; one with handlers where its own has none. */
export const unitFor = (county: County, { topic }: Pick<PlannedCase, 'topic'>, own: Chance): string => {
  const staffed = staffedUnits(county);
  return staffed.includes(topic.unitCode) ? topic.unitCode : own.one(staffed);
};
