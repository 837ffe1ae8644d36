import { randomUUID } from 'node:crypto';
import type { TaskKind } from '@yiwang/contracts/case-flow';
import { CALLERS, SIGNED_IN, STAFF, type MatrixCaller, type OperationRow, type OperationTable, type Place } from '@yiwang/testing/matrix';
import { CLOSED, PHONE, type Called, type CaseThings } from './jurisdiction.things.js';

type Row = OperationRow<CaseThings>;
type Reach = Partial<Record<MatrixCaller, readonly Place[]>>;
type More = Omit<Row, 'may' | 'bound' | 'args'>;

const WHOLE: readonly Place[] = ['own', 'neighbour'];
const OWN: readonly Place[] = ['own'];
const EVERYWHERE: readonly Place[] = ['own', 'neighbour', 'elsewhere'];
const NOWHERE: readonly Place[] = [];
const only = (reach: Reach): Reach => ({ ...Object.fromEntries(CALLERS.map((caller) => [caller, NOWHERE])), ...reach });

const MEMBERS: Reach = { gridMember: OWN, villageOfficial: OWN, townCentre: OWN, departmentHandler: OWN };
const OVER_COUNTY: Reach = { countyCentre: WHOLE, cityCentre: WHOLE, supervisor: WHOLE, leader: WHOLE, administrator: WHOLE };
/** Whoever brought the case of the own place: an external system, of which the resident is the reporter. */
const BROUGHT: Reach = { resident: OWN, externalSystem: OWN };
/** Who sees a case: by area, by unit, or as whoever brought it. */
const SEEN: Reach = only({ ...MEMBERS, ...OVER_COUNTY, ...BROUGHT });
/** Whoever is in a post to which a task was put. */
const PUT_TO: Reach = only({ ...MEMBERS, ...OVER_COUNTY });
const FROM_ABOVE: Reach = only({ townCentre: OWN, countyCentre: WHOLE, cityCentre: WHOLE, supervisor: WHOLE, leader: WHOLE });
/** Whoever is above, and the member of the grid. */
const AT_HOME: Reach = { ...FROM_ABOVE, gridMember: OWN };
/** Who looks after others' work. */
const OVERSEERS = ['townCentre', 'countyCentre', 'cityCentre', 'supervisor', 'leader', 'administrator'] as const;
/** The centres of towns and of the county see why a case stands, and not into the engine. */
const LOOK_INSIDE = ['cityCentre', 'supervisor', 'leader', 'administrator'] as const;
const WITH_CODE: Reach = Object.fromEntries(CALLERS.map((caller) => [caller, OWN]));
const BY_PERSON = 'only whoever reported it or brought it, wherever they work';
const BY_CODE = 'the code opens the case that it belongs to, whoever calls, and no other';
const NO_PLACE = 'an upload belongs to no place until a case takes it';

const reason = 'x';
/** A part for somebody of the county who is there. */
const part = { title: 'x', areaCode: '990121', unitCode: 'unit-water' };

/** What is decided on a task, or done with it: by whom it was put to. */
const onTask = (kind: TaskKind, given: object = {}, more: More & { isHeld?: boolean } = {}): Row => {
  const { isHeld, ...rest } = more;
  return {
    ...{ may: STAFF, bound: 'area', reach: PUT_TO },
    args: async ({ make }, caller) => {
      const { taskId, version } = await make.task(kind, caller, isHeld);
      return { input: { taskId, version, ...given } };
    },
    ...rest,
  };
};
/** What is said to a case from above. */
const toCase = (given: object = {}, more: More & { args?: Row['args'] } = {}): Row => ({
  ...{ may: STAFF, bound: 'area', reach: FROM_ABOVE, args: async ({ make }) => ({ input: { number: await make.case(), reason, ...given } }) },
  ...more,
});
/** The same also by whoever holds a task of it. */
const byHolder = (args: (held: { number: string; taskId: string }) => object): Row =>
  toCase({}, { reach: PUT_TO, args: async ({ make }, caller) => ({ input: { reason, ...args(await make.task('lead', caller)) } }) });
/** By whoever brought the case, or with its code. */
const byReporter = (
  make: (things: CaseThings) => Promise<string>,
  given: object,
  { withCode, ...more }: { reach?: Reach; because?: string; withCode?(things: CaseThings): object } = {},
): Row => ({
  ...{ may: 'public', bound: 'person', because: BY_PERSON, reach: only(BROUGHT), ...more },
  args: async (things) => ({ input: { number: await make(things), ...given } }),
  also: [
    {
      ...{ bound: 'secret', because: BY_CODE, reach: WITH_CODE },
      args: (things) => ({ input: { ...(withCode?.(things) ?? { number: things.caseNumber, pickupCode: things.pickupCode }), ...given } }),
    },
  ],
});
const ofCounty = (may: Row['may'], args: Row['args'], more: More = {}): Row => ({ may, bound: 'county', args, ...more });
const seen = (args: Row['args'], more: More & { also?: Row['also'] } = {}): Row => ({ may: SIGNED_IN, bound: 'area', reach: SEEN, args, ...more });
const report = ({ town, mark }: CaseThings) => ({ idempotencyKey: randomUUID(), text: `${mark} ${randomUUID()}`, areaCode: town });
const REPORTING: Reach = {
  ...only({ gridMember: WHOLE, villageOfficial: WHOLE, townCentre: WHOLE, countyCentre: WHOLE, externalSystem: WHOLE }),
  ...{ anonymous: EVERYWHERE, resident: EVERYWHERE },
};
const calendar = ({ county }: CaseThings) => ({ countyCode: county, years: [2027], days: [{ date: '2027-01-01', kind: 'off' }], source: 'x' });
const inCounty = ({ county }: CaseThings) => ({ countyCode: county });

/** Every operation of cases, who may call it and what bounds it. A new one fails the matrix until it stands here. */
export const ROWS: OperationTable<CaseThings> = {
  'Mutation.acceptTask': onTask('handle'),
  'Mutation.addToCase': byReporter(({ make }) => make.case(), { text: 'x' }),
  'Mutation.answerOrder': onTask('order', { answer: 'x' }),
  'Mutation.answerReferral': { ...onTask('cityDesk', { outcome: 'answered', text: 'x' }), may: ['cityCentre'] },
  'Mutation.assignUnits': onTask('coordinate', { lead: part }),
  'Mutation.beOnCase': toCase(
    {},
    {
      ...{ reach: PUT_TO, shows: null, unaudited: 'a look at a case, repeated while it is open' },
      args: ({ caseNumber }) => ({ number: caseNumber }),
    },
  ),
  'Mutation.cancelPart': byHolder(({ number, taskId }) => ({ number, partId: taskId })),
  'Mutation.claimTask': onTask('handle'),
  'Mutation.completeTask': onTask('handle', { answer: 'x' }),
  'Mutation.decideApproval': onTask('approve', { granted: true, reason }),
  'Mutation.delegateTask': onTask('lead', { path: 'villageDirect', areaCode: '990121001001', reason }),
  'Mutation.dispatchCase': onTask('desk', { notAcceptedReason: 'x' }),
  'Mutation.draftPolicy': ofCounty(['administrator'], ({ county, mark }) => ({ input: { countyCode: county, rules: {}, note: mark } })),
  'Mutation.handUp': onTask('handle', { reason }),
  'Mutation.instruct': toCase({}, { args: async ({ make }) => ({ input: { number: await make.handledCase(), text: 'x' } }) }),
  'Mutation.loadWorkingCalendar': ofCounty(['administrator'], (things) => ({ input: calendar(things), confirmMoved: 0 }), { shows: ({ county }) => county }),
  'Mutation.mergeCase': toCase({}, { args: async ({ make }) => ({ input: { number: await make.case(), into: await make.case(), reason } }) }),
  'Mutation.noteCase': toCase(
    {},
    {
      ...{ reach: PUT_TO, because: 'by whoever works there and sees it' },
      args: async ({ make }, caller) => ({ input: { number: (await make.task('handle', caller)).number, text: 'x' } }),
    },
  ),
  'Mutation.planParts': onTask('lead', { parts: [part] }),
  'Mutation.prepareAttachment': { may: 'public', bound: 'public', notWalked: NO_PLACE },
  'Mutation.publishPolicy': ofCounty(['administrator'], async ({ county, make }) => ({ countyCode: county, version: await make.policyDraft() })),
  'Mutation.reassignTask': byHolder(({ number, taskId }) => ({ number, taskId, to: part })),
  'Mutation.reclassifyCase': toCase({ caseClass: 'general', path: 'cadreLed' }),
  'Mutation.publishCase': toCase({}, { reach: AT_HOME, args: async ({ make }) => ({ input: { number: await make.case(), publicTitle: 'x' } }) }),
  'Mutation.recordAttendance': toCase(
    {},
    {
      ...{ reach: { ...FROM_ABOVE, departmentHandler: OWN }, because: 'by the unit that was summoned, or from above' },
      async args({ make }, caller: Called) {
        return { input: { ...(await make.meeting()), attachmentIds: [await make.attachment(caller)] } };
      },
    },
  ),
  'Mutation.recordClosedCases': ofCounty(['externalSystem'], (things) => ({
    cases: [{ start: { ...report(things), reportedAt: '2026-01-05T02:00:00Z' }, reply: 'x', repliedAt: '2026-01-06T02:00:00Z' }],
  })),
  'Mutation.recordContact': onTask('handle', { note: 'x' }, { isHeld: true }),
  'Mutation.recordMediation': onTask('handle', { parties: ['x', 'y'], session: 'x' }),
  'Mutation.recordMinutes': onTask('handle', { meetingId: 'x', summary: 'x' }),
  'Mutation.releaseTask': onTask('handle', {}, { isHeld: true }),
  'Mutation.removeView': {
    ...{ may: STAFF, bound: 'person', because: 'of those whom a search is shared with nobody removes it', shows: null },
    args: async ({ make }, caller) => ({ id: await make.sharedView(caller) }),
  },
  'Mutation.reopenCase': byReporter(({ make }) => make.case(CLOSED), { reason }, {
    ...{ reach: only({ ...BROUGHT, countyCentre: WHOLE, cityCentre: WHOLE }), because: 'by whoever brought it, and by whoever calls residents back' },
    withCode: ({ closedCase, closedCode }) => ({ number: closedCase, pickupCode: closedCode }),
  }),
  'Mutation.requestApproval': onTask('handle', { kind: 'referral', reason }),
  'Mutation.resumeCase': byHolder(({ number }) => ({ number })),
  'Mutation.returnTask': onTask('contribute', { proposedUnitCode: 'unit-roads', legalGround: 'x', reason }),
  'Mutation.revealReporter': toCase(
    {},
    { reach: { ...FROM_ABOVE, leader: NOWHERE }, shows: null, because: 'leaders and administrators call nobody back' },
  ),
  'Mutation.saveView': { may: STAFF, bound: 'person', notWalked: 'a search of the caller’s own; it is shared with their own office and names no place' },
  'Mutation.sayTheSame': {
    ...{ may: 'public', bound: 'public', because: 'whoever lives near says so; it is counted, and nothing of the case is shown but its public title' },
    args: async ({ make }) => ({ input: { id: await make.publicMatter(), idempotencyKey: randomUUID() } }),
  },
  'Mutation.separateCase': toCase(),
  'Mutation.startCase': {
    ...{ may: 'public', bound: 'county', reach: REPORTING, args: (things) => ({ input: report(things) }) },
    because: 'whoever reports needs no account and reports anywhere; staff take requests of their county',
  },
  'Mutation.startCases': {
    ...{ may: 'public', bound: 'county', reach: { ...REPORTING, anonymous: NOWHERE }, args: (things) => ({ cases: [report(things)] }) },
    because: 'as startCase by whoever has signed in; a refused one is told in the report',
  },
  'Mutation.summon': onTask('handle', { place: 'x', meetAt: '2099-01-01T00:00:00Z', participants: [{ name: 'x', kind: 'resident', areaCode: '990121' }] }),
  'Mutation.superviseCase': toCase({ act: 'urge' }),
  'Mutation.unpublishCase': toCase({}, { reach: AT_HOME, args: async ({ make }) => ({ input: { number: await make.case() } }) }),
  'Mutation.urgeCase': byReporter(({ make }) => make.case(), {}),
  'Mutation.verifyTask': onTask('verify', { passed: true, findings: 'x' }),
  'Mutation.withdrawCase': byReporter(({ make }) => make.case(), { reason }),
  'Mutation.withdrawPolicyDraft': ofCounty(['administrator'], async ({ county, make }) => ({ countyCode: county, version: await make.policyDraft() })),
  'Query.case': seen(({ caseNumber }) => ({ number: caseNumber })),
  'Query.caseAudit': { may: ['supervisor', 'administrator'], bound: 'area', args: ({ caseNumber }) => ({ number: caseNumber }), shows: null },
  'Query.caseEngine': { may: LOOK_INSIDE, bound: 'area', reach: SEEN, args: ({ caseNumber }) => ({ number: caseNumber }), shows: null },
  'Query.caseChanges': seen(() => ({ first: 200 })),
  'Query.caseFacts': {
    ...{ may: ['service'], bound: 'public', because: 'facts of all counties, for the service that assesses and for nobody else' },
    ...{ args: () => ({}), shows: ({ caseNumber }) => caseNumber },
  },
  'Query.cases': seen(() => ({ first: 20 }), {
    also: [
      { bound: 'area', because: 'a search for words', reach: SEEN, args: ({ mark }) => ({ filter: { text: mark.slice(0, -6) }, first: 20 }) },
      { bound: 'area', reach: SEEN, args: ({ county }) => ({ filter: { areaCode: county }, first: 20 }) },
      {
        ...{ bound: 'area', because: 'a search by a reporter’s number is for whoever answers residents' },
        reach: only({ townCentre: OWN, countyCentre: WHOLE, cityCentre: WHOLE, supervisor: WHOLE, administrator: WHOLE }),
        args: () => ({ filter: { reporterPhone: PHONE }, first: 20 }),
      },
    ],
  }),
  'Query.casesAudit': ofCounty(['administrator'], ({ county }) => ({ filter: { countyCode: county } }), { shows: null }),
  'Query.checkPolicy': {
    ...{ may: STAFF, bound: 'public', because: 'looks at the given rules alone and reads nothing of a county' },
    ...{ args: () => ({ rules: {} }), shows: null },
  },
  'Query.engineEvents': {
    ...{ may: LOOK_INSIDE, bound: 'area', reach: SEEN, shows: null },
    args: ({ caseNumber }) => ({ number: caseNumber, workflowId: caseNumber, runId: caseNumber }),
  },
  'Query.resetPoints': {
    ...{ may: ['countyCentre', 'cityCentre', 'supervisor', 'leader', 'administrator'], bound: 'area', reach: SEEN, shows: null },
    args: ({ caseNumber }) => ({ number: caseNumber, workflowId: caseNumber }),
  },
  'Query.mailbox': seen(() => ({})),
  'Query.myTasks': { may: STAFF, bound: 'area', reach: PUT_TO, args: () => ({ first: 20 }) },
  'Query.policies': ofCounty(STAFF, inCounty),
  'Query.policy': ofCounty(STAFF, ({ county, policyVersion }) => ({ countyCode: county, version: policyVersion })),
  'Query.previewWorkingCalendar': ofCounty(['administrator'], (things) => ({ input: calendar(things) }), { shows: ({ county }) => county }),
  'Query.ratingAccess': {
    ...{ may: 'public', bound: 'person', because: BY_PERSON, reach: only(BROUGHT), shows: ({ caseNumber }) => caseNumber },
    args: ({ caseNumber }) => ({ caseNumber }),
    also: [
      {
        ...{ bound: 'secret', because: BY_CODE, reach: WITH_CODE, shows: ({ caseNumber }) => caseNumber },
        args: ({ caseNumber, pickupCode }) => ({ caseNumber, pickupCode }),
      },
      {
        ...{ bound: 'secret', because: 'the link that came with an answer', reach: WITH_CODE, shows: ({ caseNumber }) => caseNumber },
        args: ({ caseNumber, ratingLink }) => ({ caseNumber, link: ratingLink }),
      },
    ],
  },
  'Query.replayPolicy': ofCounty(['administrator'], ({ county, policyVersion }) => ({ countyCode: county, version: policyVersion }), { shows: null }),
  'Query.savedViews': {
    ...{ may: STAFF, bound: 'unit', reach: PUT_TO, because: 'a search is shared with one’s own office' },
    args: async ({ make }, caller) => (await make.sharedView(caller), { page: 'cases' }),
  },
  'Query.task': {
    ...{ may: STAFF, bound: 'area', reach: PUT_TO },
    args: async ({ make }, caller) => ({ id: (await make.task('handle', caller)).taskId }),
  },
  'Query.publicMatters': {
    ...{ may: 'public', bound: 'public', because: 'common matters under a title that staff wrote for neighbours' },
    args: async ({ make, town }) => (await make.publicMatter(), { areaCode: town }),
  },
  'Query.trackCase': {
    ...{ may: 'public', bound: 'secret', because: BY_CODE, reach: WITH_CODE },
    args: ({ caseNumber, pickupCode }) => ({ number: caseNumber, pickupCode }),
  },
  ...Object.fromEntries(
    ['Mutation.repairCase', 'Query.machineState', 'Query.stuckCases', 'Query.stuckCounts'].map((query): [string, Row] => [
      query,
      { may: OVERSEERS, bound: 'area', notWalked: 'reasons are found by a loop that does not run here; stuck.e2e.ts walks their places' },
    ]),
  ),
  ...Object.fromEntries(
    [
      ...['Mutation.startIntervention', 'Mutation.approveIntervention', 'Mutation.pauseIntervention', 'Mutation.resumeIntervention'],
      ...['Mutation.cancelIntervention', 'Mutation.undoIntervention', 'Query.previewIntervention', 'Query.intervention', 'Query.interventions'],
    ].map((operation): [string, Row] => [
      operation,
      { may: OVERSEERS, bound: 'area', notWalked: 'what is done to many cases needs the workflows, which do not run here; interventions.e2e.ts walks their places' },
    ]),
  ),
  // Counts of an area: shown without any of its cases, so there is nothing of theirs to look for in the answer.
  ...Object.fromEntries(
    ['Query.decisionsWanted', 'Query.earlyWarnings', 'Query.overview'].map((query): [string, Row] => [
      query,
      {
        ...{ may: ['townCentre', 'countyCentre', 'cityCentre', 'supervisor', 'leader'], bound: 'area', reach: { cityCentre: WHOLE } },
        ...{ args: ({ town }) => ({ areaCode: town }), shows: query === 'Query.overview' ? ({ town }) => town : null },
      },
    ]),
  ),
  'Query.unitLoads': {
    ...{ may: ['townCentre', 'countyCentre', 'cityCentre', 'supervisor', 'leader'], bound: 'area', reach: { cityCentre: WHOLE } },
    ...{ args: ({ town }) => ({ areaCode: town }), shows: ({ town }) => town },
  },
  'Query.workingCalendar': {
    ...{ may: SIGNED_IN, bound: 'public', because: 'which days are worked is published, whichever county’s they are' },
    ...{ args: inCounty, shows: null },
  },
  'Reference.Case': seen(({ caseNumber }) => ({ number: caseNumber })),
  'Reference.PersonalDataExport': {
    ...{ may: ['resident', 'administrator'], bound: 'county', reach: { resident: OWN } },
    because: 'a resident has everything of theirs, an administrator what their own county keeps of somebody',
    args: ({ exportClaim }, caller) => exportClaim(caller),
  },
  'Subscription.caseEvents': {
    ...{ may: 'public', bound: 'area', reach: SEEN, args: ({ caseNumber }) => ({ number: caseNumber, after: '0:0' }) },
    also: [
      {
        ...{ bound: 'secret', because: BY_CODE, reach: WITH_CODE },
        args: ({ caseNumber, pickupCode }) => ({ number: caseNumber, pickupCode, after: '0:0' }),
      },
    ],
  },
  'Subscription.changedCases': { may: SIGNED_IN, bound: 'area', notWalked: 'it tells of what happens after it was asked; feed.e2e.ts walks its places' },
};
