import { areaAtTier, type PositionRole } from '@yiwang/domain/paths';
import { answerOf, returning } from './answers.js';
import { staffedUnits } from './county.js';
import { unitFor } from './plan.js';
import { requestOf } from './requests.js';
import { afterHours } from './rhythm.js';
import type { Doing, TaskAct } from './task-acts.types.js';
import { REASONS } from './texts.js';
import { between, type Timing } from './timing.js';

interface Part {
  title: string;
  areaCode: string;
  roles?: PositionRole[];
  unitCode?: string;
}

const isTown = ({ task }: Doing): boolean => task.roles.includes('townCentre');
const isDepartment = ({ task }: Doing): boolean => task.unitCode !== undefined;

/** Whoever leads a path: plans, whistles, mediates, asks for time, and gives the one answer; or it goes elsewhere. */
export function leading(doing: Doing, timing: Timing): TaskAct[] {
  const { chance, matter, habits, county } = doing;
  const own = chance.of('leading');
  const right = unitFor(county, matter, own);
  if (isDepartment(doing) && doing.task.unitCode !== right && own.happens(0.75)) return [returning(doing, right, between(timing, 0.3))];
  if (isTown(doing) && matter.caseClass === 'general' && own.happens(0.3)) return [delegating(doing, between(timing, 0.2))];
  if (own.happens(habits.handsUp / 2) && !isDepartment(doing))
    return [{ mutation: 'handUp', input: { reason: own.one(REASONS.handUp) }, atMs: between(timing, 0.6) }];
  const needsParts = matter.mode === 'collaboration' || (own.happens(habits.plansParts) && matter.caseClass !== 'simple');
  const needsMeeting = matter.mode === 'deliberation' || (own.happens(habits.summons) && matter.caseClass !== 'simple');
  const { acts, laterMs } = requestOf(doing, timing);
  return [
    ...(needsParts ? [planning(doing, between(timing, 0.1))] : []),
    ...(needsMeeting ? [summoning(doing, between(timing, 0.2))] : []),
    ...(matter.kind === 'dispute' ? [mediating(doing, between(timing, 0.7))] : []),
    ...acts,
    answerOf(doing, timing.doneMs + laterMs),
  ];
}

function planning(doing: Doing, atMs: number): TaskAct {
  const { matter, county, chance } = doing;
  const village = areaAtTier('village', matter.gridCode);
  const town = areaAtTier('town', matter.gridCode);
  const isAboutVillage = matter.aboutWhom?.role === 'villageSecretary';
  const possible: Part[] = isTown(doing) || isDepartment(doing)
    ? [
        { title: '入户了解情况，做好群众工作', roles: [isAboutVillage ? 'villagePolice' : 'villageSecretary'], areaCode: village },
        { title: '按职责到现场处理', unitCode: unitFor(county, matter, chance.of('part')), areaCode: county.code },
        { title: '维护现场秩序', roles: ['villagePolice'], areaCode: village },
      ]
    : [
        { title: '联系相关住户', roles: ['serviceTeam'], areaCode: village },
        { title: '排查安全隐患', roles: ['villagePolice'], areaCode: village },
        { title: '协调镇里支持', roles: ['townCentre'], areaCode: town },
      ];
  const count = chance.of('parts').whole(1, 2);
  return { mutation: 'planParts', input: { parts: possible.slice(0, count) }, atMs };
}

export function summoning(doing: Doing, atMs: number): TaskAct {
  const { matter, county, chance, hours } = doing;
  const own = chance.of('summon');
  const unitCode = unitFor(county, matter, own);
  const meetAt = new Date(afterHours(hours, atMs, 4 + own.spread(5))).toISOString();
  const village = areaAtTier('village', matter.gridCode);
  const participants = [
    { name: county.units.find(({ code }) => code === unitCode)?.name ?? unitCode, kind: 'unit', unitCode, areaCode: county.code },
    { name: '居民代表', kind: 'resident', areaCode: village },
    ...(own.happens(0.3) ? [{ name: '施工企业', kind: 'company', areaCode: village }] : []),
    ...(own.happens(0.2) ? [{ name: '志愿者', kind: 'volunteer', areaCode: village }] : []),
  ];
  return { mutation: 'summon', input: { place: '村委会议室', meetAt, participants }, atMs };
}

/** After the meeting; what was agreed becomes somebody's task. */
export function minutesOf(doing: Doing, meetingId: string, meetAtMs: number): TaskAct {
  const own = doing.chance.of('minutes');
  const village = areaAtTier('village', doing.matter.gridCode);
  const doer: PositionRole = doing.matter.aboutWhom?.role === 'villageSecretary' ? 'villagePolice' : 'villageSecretary';
  const mayShare = doing.task.kind === 'lead';
  const lines: Part[] = mayShare && own.happens(0.5) ? [{ title: '按会议约定落实并公示', roles: [doer], areaCode: village }] : [];
  const input = { meetingId, summary: '各方到场，现场查看后商定了处理办法和期限。', lines };
  return { mutation: 'recordMinutes', input, atMs: afterHours(doing.hours, meetAtMs, 1 + own.spread(1)) };
}

export const mediating = ({ chance }: Doing, atMs: number): TaskAct => ({
  mutation: 'recordMediation',
  atMs,
  input: {
    parties: ['申请人', '对方当事人'],
    session: '双方当面陈述，调解员释明规定，逐项商量。',
    ...(chance.of('mediation').happens(0.8) ? { agreement: '双方同意按约定期限各自履行，互不再追究。' } : {}),
  },
});

const delegating = ({ matter }: Doing, atMs: number): TaskAct => ({
  mutation: 'delegateTask',
  atMs,
  input: { path: 'cadreLed', areaCode: areaAtTier('village', matter.gridCode), reason: REASONS.delegate[0] },
});

/** The county centre names who leads and who assists; now and then the wrong department. Beyond the county it asks. */
export function assigning(doing: Doing, timing: Timing): TaskAct[] {
  const { matter, county, chance, task } = doing;
  const own = chance.of('assigning');
  const staffed = staffedUnits(county);
  const right = unitFor(county, matter, own);
  // Whoever leads, mostly the right unit, does not get a returned part as well.
  const isWrong = task.kind === 'coordinate' && own.happens(0.15);
  const unitCode = task.part ? own.one(staffed.filter((code) => code !== right)) : isWrong ? own.one(staffed) : right;
  const others = staffed.filter((code) => code !== unitCode);
  const assisting = !task.part && own.happens(0.4) ? [{ title: '协助核实办理', unitCode: own.one(others), areaCode: county.code }] : [];
  const lead = { title: '牵头办理并答复群众', unitCode, areaCode: county.code };
  const refers = task.kind === 'coordinate' && matter.caseClass === 'crossCounty' && own.happens(0.7);
  return [
    ...(refers ? [{ mutation: 'requestApproval', input: { kind: 'referral', reason: REASONS.referral[0] }, atMs: timing.startMs } as const] : []),
    {
      mutation: 'assignUnits',
      input: { lead, assisting, ...(task.kind === 'arbitrate' ? { binding: true, reason: '经研究，由该单位牵头办理。' } : {}) },
      atMs: refers ? timing.doneMs : timing.startMs,
    },
  ];
}
