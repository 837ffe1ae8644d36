import { goesBy, type AboutWhom, type CountedMark, type OpenedTask, type Path } from '@yiwang/contracts/case-flow';
import { covers, townOf, villageOf } from '@yiwang/domain/areas';
import type { Holder } from '@yiwang/domain/clocks';
import { beginsAbove, CENTRE_OF, entryDesk, handlersOf, levelConcerned, type Entry } from '@yiwang/domain/paths';
import { routeOf } from '@yiwang/domain/policies';
import { openingOf, taskIdOf } from '../recording/tasks.rules.js';
import { now } from '../recording/time.js';
import { clockPatch, isWorkingLimit, policyFor, rulesFor, type Course, type Plan } from './course.rules.js';
import { bySystem, enter, haveCalendar, recordCourse } from './write.js';
import { openReferral } from './referral.js';

/** Where an area leads: to its path, or to the desk that can say more. A foreign area is the county's. */
export const entryOf = (course: Course, areaCode: string): Entry =>
  entryDesk(covers(course.countyCode, areaCode) ? areaCode : course.countyCode);

/**
 * A complaint about somebody never enters their own inbox: it begins one level above, on the path that level leads.
 * About a village's people with the town, about a town's or a unit of the county with the county.
 */
export function conflictPlan(course: Course): Plan | null {
  const about = course.input.aboutWhom;
  if (about === undefined) return null;
  const wasOfVillage = about.unitCode === undefined && villageOf(about.areaCode) !== null;
  const isOfVillage = goesBy(course.input, '2026-11-owners') ? beginsAbove(about) === 'town' : wasOfVillage;
  const town = townOf(about.areaCode);
  return isOfVillage && town !== null
    ? { path: 'villageTownJoint', areaCode: course.areaCode.length >= 9 ? course.areaCode : town, rung: 0, handOver: true }
    : { path: 'countyCoordinated', areaCode: course.areaCode, rung: 0, handOver: true };
}

/** About somebody on the county's own level: the city has it first, for nobody else stands above them. */
export const beginsAtCity = ({ input }: Course): boolean =>
  input.aboutWhom !== undefined && goesBy(input, '2026-11-owners') && beginsAbove(input.aboutWhom) === 'city';

/** Whether the city may give such a complaint back: to the county's leaders, where it is about neither them nor everybody. */
export const mayComeBack = ({ role, unitCode, subject }: AboutWhom): boolean =>
  role === undefined ? unitCode === undefined && subject !== undefined : role !== 'leader';

/** A complaint about the county centre itself, or about those above it, is coordinated in the county by its leader. */
export function isAboutCounty(course: Course): boolean {
  const about = course.input.aboutWhom;
  if (about === undefined) return false;
  if (goesBy(course.input, '2026-11-owners')) return ['county', 'city'].includes(levelConcerned(about));
  if (townOf(about.areaCode) !== null) return false;
  return about.role === 'countyCentre' || (about.role === undefined && about.unitCode === undefined && about.subject === undefined);
}

/** Whether a path's clocks need the calendar. */
export const needsCalendar = (course: Course, path: Path): boolean => {
  const { accept, resolution, part, grace } = rulesFor(course, path);
  const { response, callBack } = policyFor(course);
  return [accept, resolution, part, grace, response, callBack.limit].some((limit) => limit !== null && isWorkingLimit(limit));
};

/** Whose time runs first on a path: that of whoever gets its first task. */
export function firstHolder(course: Course, { path, areaCode, rung, unitCode }: Plan): Holder {
  const rules = rulesFor(course, path);
  const matter = { areaCode, kind: course.input.kind, unitCode };
  const holder: Holder = handlersOf(rules, rung, matter) ??
    handlersOf(rules, 0, matter) ?? { tier: 'county', roles: [...CENTRE_OF.county], areaCode: course.countyCode };
  return path === 'countyCoordinated' && isAboutCounty(course) ? { ...holder, roles: ['leader'] } : holder;
}

/** The resident's clocks start at receipt, whatever becomes of the case; a desk has a short clock of its own. */
export async function openCase(course: Course): Promise<void> {
  const { input } = course;
  const rules = policyFor(course);
  const conflict = conflictPlan(course);
  const entry = entryOf(course, course.areaCode);
  const { path } = routeOf(input, rules);
  const isWide = path === 'countyCoordinated' || (path === 'villageTownJoint' && townOf(course.areaCode) !== null);
  const isNamed = input.caseClass !== undefined || input.kind === 'suggestion' || input.kind === 'dispute';
  const direct = conflict ?? (entry.kind === 'path' || (isWide && isNamed) ? planFor(course, path, course.areaCode) : null);
  if (direct !== null) {
    if (needsCalendar(course, direct.path)) await haveCalendar(course);
    startResident(course, direct);
    course.plan = { ...direct, handOver: false };
    if (beginsAtCity(course)) await enterAtReferral(course, direct, ABOVE_COUNTY);
    else if (course.caseClass === 'crossCounty' && conflict === null) await enterAtReferral(course, direct, CROSS_COUNTY);
    return;
  }
  await haveCalendar(course);
  startResident(course, { path: 'villageDirect', areaCode: course.areaCode, rung: 0, handOver: false });
  if (entry.kind === 'desk') await openDesk(course, entry, now(course));
}

export const planFor = (course: Course, path: Path, areaCode: string, unitCode?: string): Plan => ({
  path,
  areaCode,
  rung: 0,
  handOver: path !== 'villageDirect',
  ...(unitCode === undefined ? {} : { unitCode }),
  ...(path === 'villageDirect' && course.input.kind === 'consultation' && course.input.dutyUnitCode !== undefined
    ? { unitCode: course.input.dutyUnitCode }
    : {}),
});

function startResident(course: Course, plan: Plan): void {
  const { receivedAt, channel } = course.input;
  const rules = policyFor(course);
  const holder = firstHolder(course, plan);
  const { resolution } = rulesFor(course, plan.path);
  enter(course, receivedAt, { kind: 'start', clock: 'response', limit: rules.response, holder });
  if (rules.callBack.channels.includes(channel)) {
    enter(course, receivedAt, { kind: 'start', clock: 'callBack', limit: rules.callBack.limit, holder });
  }
  enter(course, receivedAt, { kind: 'start', clock: 'resolution', limit: resolution, holder, path: plan.path });
  enter(course, receivedAt, { kind: 'start', clock: 'tier', limit: resolution, holder, path: plan.path });
  course.holder = holder;
}

/** What the resident reads of it. */
export const CROSS_COUNTY = '跨区事项 / a matter of several counties';
const ABOVE_COUNTY = '反映县级单位或人员，由上一级受理 / about somebody of the county, so the level above has it';

/** 跨区, and what is about the county itself: the county holds it formally, the city decides first who does what. */
async function enterAtReferral(course: Course, plan: Plan, reason: string): Promise<void> {
  course.plan = null;
  await openReferral(course, 'opening', now(course), { actor: bySystem, reason }, plan);
}

/** What begins after a round or a group has ended: the path planned, or the city again where a complaint begins there. */
export async function beginAgain(course: Course, name: string, at: string, plan: Plan): Promise<void> {
  if (!beginsAtCity(course)) {
    course.plan = plan;
    return;
  }
  const { path, round } = { path: plan.path, round: course.round };
  enter(course, at, { kind: 'handOver', limit: rulesFor(course, path).resolution, holder: firstHolder(course, plan), path, round });
  await openReferral(course, name, at, { actor: bySystem, reason: ABOVE_COUNTY }, plan);
}

/** The desk's task; a further desk replaces the one before. */
export function deskTaskOf(course: Course, desk: Extract<Entry, { kind: 'desk' }>, dueAt: string): OpenedTask {
  const { tier, roles, areaCode } = desk;
  return {
    taskId: taskIdOf(course.caseNumber, course.tasksOpened + 1),
    kind: 'desk',
    workflowId: course.caseNumber,
    tier,
    roles,
    areaCode,
    excludedSubjects: course.handlers,
    round: course.round,
    dueAt,
  };
}

export function deskClock(course: Course, desk: Extract<Entry, { kind: 'desk' }>, at: string): string {
  const { tier, roles, areaCode } = desk;
  const limit = policyFor(course).desk[tier === 'town' ? 'town' : 'county'];
  const holder: Holder = { tier, roles, areaCode };
  enter(course, at, { kind: 'holder', holder, limit });
  course.holder = holder;
  return clockPatch(course).tierDueAt ?? at;
}

/** The place is not exact enough: a desk must say where the case belongs. */
export async function openDesk(course: Course, entry: Extract<Entry, { kind: 'desk' }>, at: string): Promise<void> {
  const desk = deskTaskOf(course, entry, deskClock(course, entry, at));
  const patch = { ...clockPatch(course), tier: entry.tier, unitCode: null, caseClass: course.caseClass };
  await recordCourse(course, 'deskOpened', at, { ...openingOf(course.caseNumber, [desk]), actor: bySystem, patch });
  Object.assign(course, { desk, tasksOpened: course.tasksOpened + 1 });
}

/** A town's desk that has slept past its grace: the county's desk decides instead. */
export async function deskMovesUp(course: Course, name: string, marks: CountedMark[]): Promise<void> {
  const { desk } = course;
  const above = entryDesk(course.countyCode);
  if (desk === null || above.kind !== 'desk') return;
  const at = now(course);
  const next = deskTaskOf(course, above, deskClock(course, above, at));
  const opened = openingOf(course.caseNumber, [next]);
  await recordCourse(course, name, at, {
    ...opened,
    actor: bySystem,
    patch: { ...clockPatch(course), tier: above.tier },
    timeline: [{ type: 'movedUp', taskId: desk.taskId, internal: true, data: { late: true } }, ...opened.timeline],
    changedTasks: [{ taskId: desk.taskId, state: 'handedUp' }],
    marks,
  });
  Object.assign(course, { desk: next, tasksOpened: course.tasksOpened + 1 });
}

/** The path of a case that none has begun with yet, as its class and place say: the city or a leading case was first. */
export function pathOf(course: Course): Path {
  const { areaCode, caseClass } = course;
  const { path } = routeOf({ kind: course.input.kind, caseClass }, policyFor(course));
  const conflict = conflictPlan(course);
  if (conflict !== null || villageOf(areaCode) !== null) return conflict?.path ?? path;
  return path === 'villageTownJoint' && townOf(areaCode) !== null ? path : 'countyCoordinated';
}
