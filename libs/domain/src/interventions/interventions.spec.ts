import { INTERVENTION_RULES, INTERVENTIONS, mayIntervene, mayTakeLastResort, needsSecond, type Intervention, type InterventionFacts, type InterventionGiven } from './index.js';
import { isAbove } from '../paths/index.js';

const COUNTY = '990121';
const TOWN = '990121001';
const NOW = '2026-06-10T08:00:00.000Z';
const days = (n: number): string => new Date(Date.parse(NOW) + n * 86_400_000).toISOString();

const LEAD = { kind: 'lead' as const, tier: 'county' as const, roles: ['departmentHandler' as const], areaCode: COUNTY, unitCode: 'water', subjects: null };
const FACTS: InterventionFacts = {
  ...{ stage: 'handling', path: 'countyCoordinated', paused: null, isReferred: false, isMerged: false, areaCode: '990121001001' },
  ...{ isAtTop: false, isAnswered: false, isAboutSomebody: false, isLate: false, reasons: [], orders: [], skippedNotices: 0 },
  ...{ holder: LEAD, lead: LEAD, task: LEAD },
};
const having = (over: Partial<InterventionFacts>): InterventionFacts => ({ ...FACTS, ...over });
const supervisor = { role: 'supervisor' as const, areaCode: COUNTY };
const town = { role: 'townCentre' as const, areaCode: TOWN };
const admin = { role: 'administrator' as const, areaCode: COUNTY };
const TO = { to: { areaCode: COUNTY, unitCode: 'roads' } };
const LIMITS = { now: NOW, mostSuspendedDays: 90 };

const code = (kind: Intervention, facts: InterventionFacts, actor: Parameters<typeof mayIntervene>[1] = supervisor, given: InterventionGiven = {}): string => {
  const verdict = mayIntervene(kind, actor, facts, given, LIMITS);
  return verdict.ok ? 'yes' : verdict.code;
};

describe('stepping into a case that does not move', () => {
  it.each<[Intervention, string, string, InterventionFacts, Parameters<typeof mayIntervene>[1], InterventionGiven]>([
    ['urge', 'by somebody above', 'yes', FACTS, supervisor, {}],
    ['urge', 'by a town of what the county has', 'NOT_FROM_ABOVE', FACTS, town, {}],
    ['urge', 'by whoever only administers', 'FORBIDDEN', FACTS, admin, {}],
    ['urge', 'when it is closed', 'CASE_CLOSED', having({ stage: 'closed' }), supervisor, {}],
    ['order', 'while it waits to be rated', 'STAGE_REFUSES', having({ stage: 'evaluating' }), supervisor, {}],
    ['liftOrder', 'with an order open', 'yes', having({ orders: [null] }), supervisor, {}],
    ['liftOrder', 'with none', 'TASK_CLOSED', FACTS, supervisor, {}],
    ['liftOrder', 'by somebody beside', 'NOT_FROM_ABOVE', having({ orders: [null] }), town, {}],
    ['escalate', 'to the level above', 'yes', FACTS, supervisor, {}],
    ['escalate', 'where only the city is above', 'PATH_REFUSES', having({ isAtTop: true }), supervisor, {}],
    ['escalate', 'of what is answered', 'STAGE_REFUSES', having({ isAnswered: true }), supervisor, {}],
    ['escalate', 'of what goes with another', 'STAGE_REFUSES', having({ isMerged: true }), supervisor, {}],
    ['escalate', 'while it is suspended', 'CASE_HELD', having({ paused: 'suspended' }), supervisor, {}],
    ['deescalate', 'to a path below', 'yes', FACTS, supervisor, { path: 'villageDirect' }],
    ['deescalate', 'to the same path', 'PATH_REFUSES', FACTS, supervisor, { path: 'countyCoordinated' }],
    ['deescalate', 'where somebody is complained about', 'PATH_REFUSES', having({ isAboutSomebody: true }), supervisor, { path: 'villageDirect' }],
    ['deescalate', 'to a village that is not known', 'PATH_REFUSES', having({ areaCode: TOWN }), supervisor, { path: 'villageDirect' }],
    ['reassign', 'the lead of the county’s path', 'yes', FACTS, supervisor, TO],
    ['reassign', 'to whoever has it', 'INPUT_INVALID', FACTS, supervisor, { to: { areaCode: COUNTY, unitCode: 'water' } }],
    ['reassign', 'a lead that the path itself names', 'STAGE_REFUSES', having({ path: 'villageTownJoint' }), supervisor, TO],
    ['reassign', 'where nothing was given', 'STAGE_REFUSES', having({ task: undefined }), supervisor, TO],
    ['reassign', 'while it is suspended', 'CASE_HELD', having({ paused: 'suspended' }), supervisor, TO],
    ['extend', 'before the deadline', 'yes', FACTS, supervisor, { isLengthGiven: true }],
    ['extend', 'after it', 'EXTENSION_TOO_LATE', having({ isLate: true }), supervisor, { isLengthGiven: true }],
    ['extend', 'without a length', 'INPUT_INVALID', FACTS, supervisor, {}],
    ['pause', 'by the county until a day', 'yes', FACTS, supervisor, { reviewAt: days(10) }],
    ['pause', 'by a town', 'FORBIDDEN', FACTS, town, { reviewAt: days(10) }],
    ['pause', 'by a town’s supervisor', 'NOT_FROM_ABOVE', FACTS, { role: 'supervisor', areaCode: TOWN }, { reviewAt: days(10) }],
    ['pause', 'into the past', 'REVIEW_DATE_INVALID', FACTS, supervisor, { reviewAt: days(-1) }],
    ['pause', 'for longer than the county allows', 'REVIEW_DATE_INVALID', FACTS, supervisor, { reviewAt: days(91) }],
    ['pause', 'when it is suspended', 'CASE_ALREADY_PAUSED', having({ paused: 'suspended' }), supervisor, { reviewAt: days(1) }],
    ['resume', 'what stands', 'yes', having({ paused: 'suspended' }), supervisor, {}],
    ['resume', 'what runs', 'CASE_NOT_PAUSED', FACTS, supervisor, {}],
    ['retryStart', 'what was not handed over', 'yes', having({ reasons: ['notStarted'] }), admin, {}],
    ['retryStart', 'what runs', 'REPAIR_NOT_NEEDED', FACTS, admin, {}],
    ['retryNotices', 'what was refused', 'yes', having({ reasons: ['overdue', 'deliveryFailing'] }), town, {}],
    ['skipNotices', 'what was delivered', 'REPAIR_NOT_NEEDED', FACTS, supervisor, {}],
    ['sendSkipped', 'what was given up', 'yes', having({ skippedNotices: 2 }), supervisor, {}],
    ['sendSkipped', 'where nothing was', 'REPAIR_NOT_NEEDED', FACTS, supervisor, {}],
    ['compareRecords', 'in doubt', 'yes', having({ reasons: ['recordsDiffer'] }), supervisor, {}],
    ['compareRecords', 'of a closed one', 'CASE_CLOSED', having({ stage: 'closed', reasons: ['recordsDiffer'] }), supervisor, {}],
    ['reset', 'to a point that nobody acted after', 'yes', FACTS, supervisor, { reset: { isThere: true, acts: 0, tellThem: false } }],
    ['reset', 'by the county’s centre', 'yes', FACTS, { role: 'countyCentre', areaCode: COUNTY }, { reset: { isThere: true, acts: 0, tellThem: false } }],
    ['reset', 'over what people did, unsaid', 'RESET_REPEATS_ACTS', FACTS, supervisor, { reset: { isThere: true, acts: 2, tellThem: false } }],
    ['reset', 'over what people did, who hear of it', 'yes', FACTS, supervisor, { reset: { isThere: true, acts: 2, tellThem: true } }],
    ['reset', 'to what is no point', 'RESET_POINT_GONE', FACTS, supervisor, { reset: { isThere: false, acts: 0, tellThem: true } }],
    ['reset', 'to nothing', 'RESET_POINT_GONE', FACTS, supervisor, {}],
    ['reset', 'of a closed one', 'CASE_CLOSED', having({ stage: 'closed' }), supervisor, { reset: { isThere: true, acts: 0, tellThem: false } }],
    ['reset', 'by a town’s supervisor', 'NOT_FROM_ABOVE', FACTS, { role: 'supervisor', areaCode: TOWN }, { reset: { isThere: true, acts: 0, tellThem: false } }],
    ['terminate', 'while it can be escalated', 'CASE_CAN_ESCALATE', FACTS, supervisor, {}],
    ['terminate', 'at the top of the county, which can ask the city', 'CASE_CAN_ESCALATE', having({ isAtTop: true }), supervisor, {}],
    ['terminate', 'while it is suspended', 'CASE_CAN_ESCALATE', having({ paused: 'suspended' }), supervisor, {}],
    ['terminate', 'at a desk that can decide', 'CASE_CAN_ESCALATE', having({ path: null }), supervisor, {}],
    ['terminate', 'of what waits to be rated', 'CASE_CAN_ESCALATE', having({ stage: 'evaluating', isAnswered: true }), supervisor, {}],
    ['terminate', 'of what goes with another', 'CASE_CAN_ESCALATE', having({ isMerged: true }), supervisor, {}],
    ['terminate', 'whose workflow does not answer', 'yes', having({ reasons: ['unclaimed', 'workflowTaskFailing'] }), supervisor, {}],
    ['terminate', 'that the city has, above whom nobody is', 'yes', having({ stage: 'referred', isReferred: true }), { role: 'cityCentre', areaCode: '9901' }, {}],
    ['terminate', 'by the county of what the city has', 'NOT_FROM_ABOVE', having({ stage: 'referred', isReferred: true }), supervisor, {}],
    ['terminate', 'whose workflow has ended already', 'CASE_WITHOUT_WORKFLOW', having({ reasons: ['workflowLost'] }), supervisor, {}],
    ['terminate', 'when it is closed', 'CASE_CLOSED', having({ stage: 'closed', reasons: ['workflowTaskFailing'] }), supervisor, {}],
    ['terminate', 'by a town’s supervisor', 'NOT_FROM_ABOVE', having({ reasons: ['workflowTaskFailing'] }), { role: 'supervisor', areaCode: TOWN }, {}],
    ['terminate', 'by whoever administers', 'FORBIDDEN', having({ reasons: ['workflowTaskFailing'] }), admin, {}],
    ['reset', 'by whoever administers', 'FORBIDDEN', FACTS, admin, { reset: { isThere: true, acts: 0, tellThem: false } }],
  ])('%s: %s', (kind, _when, expected, facts, actor, given) => expect(code(kind, facts, actor, given)).toBe(expected));

  it.each([
    [true, supervisor],
    [true, { role: 'cityCentre' as const, areaCode: '9901' }],
    [false, { role: 'supervisor' as const, areaCode: TOWN }],
    [false, town],
    [false, admin],
    [false, { areaCode: COUNTY }],
  ])('as the last resort: %s for %o', (may, actor) => expect(mayTakeLastResort(actor)).toBe(may));

  it('is nobody’s who stands beside or below whoever holds it, whatever the kind that decides on the case', () => {
    expect(isAbove(town, LEAD)).toBe(false);
    const given = { path: 'villageDirect' as const, reviewAt: days(1), isLengthGiven: true, ...TO };
    const deciding = INTERVENTIONS.filter((kind) => !INTERVENTION_RULES[kind].who.includes('administrator'));
    for (const kind of deciding) expect(code(kind, having({ orders: [null], paused: kind === 'resume' ? 'suspended' : null }), town, given)).not.toBe('yes');
  });

  it('can be taken back by what opposes it, and some things cannot', () => {
    const back = Object.fromEntries(INTERVENTIONS.flatMap((kind) => (INTERVENTION_RULES[kind].undoneBy ? [[kind, INTERVENTION_RULES[kind].undoneBy]] : [])));
    expect(back).toEqual({ order: 'liftOrder', escalate: 'deescalate', deescalate: 'escalate', reassign: 'reassign', pause: 'resume', resume: 'pause', skipNotices: 'sendSkipped' });
  });

  it('tells the resident exactly where their deadline moves', () => {
    for (const kind of INTERVENTIONS) {
      const { clocks, told } = INTERVENTION_RULES[kind];
      expect([kind, told.includes('reporter')]).toEqual([kind, clocks.includes('resolution')]);
    }
  });

  it.each([[0, false], [20, false], [21, true]])('of %i cases above 20 wants a second person: %s', (count, expected) => expect(needsSecond('urge', count, 20)).toBe(expected));

  it('wants a second person for every last resort, be it one case', () => {
    for (const kind of INTERVENTIONS) expect([kind, needsSecond(kind, 1, 20)]).toEqual([kind, INTERVENTION_RULES[kind].isLastResort]);
    expect(INTERVENTIONS.filter((kind) => INTERVENTION_RULES[kind].isLastResort)).toEqual(['reset', 'terminate']);
  });
});
