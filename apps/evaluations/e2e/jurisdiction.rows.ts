import { randomUUID } from 'node:crypto';
import { SIGNED_IN, STAFF, type MatrixCaller, type OperationRow, type OperationTable, type Place } from '@yiwang/testing/matrix';
import { COUNTED_AT, type FiguresThings } from './jurisdiction.things.js';

type Row = OperationRow<FiguresThings>;
type Reach = Partial<Record<MatrixCaller, readonly Place[]>>;

const WHOLE: readonly Place[] = ['own', 'neighbour'];
const NOWHERE: readonly Place[] = [];
const COUNTED = 'a county’s figures and rankings are read by whoever works in it; only the cases behind them are not';
const BY_CASES = 'cases says who may see and rate a case; its own matrix walks the places';

const ofCounty = (may: Row['may'], more: Omit<Row, 'may' | 'bound'>): Row => ({ may, bound: 'county', ...more });
const byCounty = ({ county }: FiguresThings) => ({ countyCode: county });
const showsCount = ({ countId }: FiguresThings) => countId;
const CALLING = ['countyCentre', 'cityCentre', 'supervisor', 'leader'] as const;

/** Every operation of evaluations, who may call it and what bounds it. A new one fails the matrix until it stands here. */
export const ROWS: OperationTable<FiguresThings> = {
  'Mutation.decideRectification': {
    ...{ may: ['townCentre', 'countyCentre', 'cityCentre', 'leader', 'supervisor'], bound: 'area' },
    because: 'a village’s is accepted by the town’s centre, or by leaders and supervisors over it; never by centres further up',
    reach: { countyCentre: NOWHERE, cityCentre: NOWHERE } satisfies Reach,
    args: async ({ make }) => ({ input: { id: await make.accountability('submitted'), accepted: true, reason: '核实', idempotencyKey: randomUUID() } }),
    shows: null,
  },
  'Mutation.drawSample': ofCounty(['cityCentre'], {
    args: ({ county, mark }) => ({
      input: { countyCode: county, closedFrom: '2026-01-01T00:00:00Z', closedUntil: '2026-02-01T00:00:00Z', size: 1, seed: mark },
    }),
  }),
  'Mutation.issueRatingLink': ofCounty(['service', 'countyCentre'], {
    because: 'our own service tells the residents of every county',
    reach: { service: ['own', 'neighbour', 'elsewhere'] },
    args: ({ caseNumber }) => ({ caseNumber }),
    shows: ({ caseNumber }) => caseNumber,
  }),
  'Mutation.publishAssessmentPolicy': ofCounty(['countyCentre', 'leader', 'administrator'], {
    args: ({ county, mark }) => ({
      input: {
        ...{ countyCode: county, note: mark, weights: { response: 30, resolution: 35, satisfaction: 35 } },
        inForceFrom: new Date(Date.now() + 86_400_000).toISOString(),
      },
    }),
  }),
  'Mutation.rateByLink': {
    ...{ may: 'public', bound: 'secret', because: 'the token of the link, from wherever it is opened' },
    args: () => ({ input: { token: 'A'.repeat(43), rating: 'satisfied' } }),
  },
  'Mutation.rateCase': { may: 'public', bound: 'secret', notWalked: BY_CASES },
  'Mutation.recordCallBack': ofCounty(['countyCentre', 'cityCentre'], {
    because: 'the county’s calls are the county centre’s, the city’s sample is the city’s',
    reach: { cityCentre: NOWHERE },
    args: async ({ make }) => ({ input: { id: await make.callBack(), reached: false } }),
    shows: ({ caseNumber }) => caseNumber,
  }),
  'Mutation.recountFigures': ofCounty(['countyCentre', 'cityCentre', 'leader', 'supervisor', 'administrator'], {
    args: ({ county, month }) => ({ input: { countyCode: county, month } }),
    shows: ({ county }) => county,
  }),
  'Mutation.submitRectification': {
    ...{ may: ['villageOfficial', 'townCentre', 'departmentHandler'], bound: 'area' },
    because: 'handed in by whoever answers for the figures: here the village itself',
    reach: { townCentre: NOWHERE, departmentHandler: NOWHERE } satisfies Reach,
    args: async ({ make }) => ({ input: { id: await make.accountability('rectifying'), text: '已整改', idempotencyKey: randomUUID() } }),
    shows: null,
  },
  'Query.accountabilities': ofCounty(STAFF, { because: COUNTED, args: byCounty, shows: ({ village }) => village }),
  'Query.accountability': ofCounty(STAFF, {
    because: COUNTED,
    args: async ({ make }) => ({ id: await make.accountability('rectifying') }),
    shows: ({ village }) => village,
  }),
  'Query.assessmentPolicies': ofCounty(STAFF, { args: byCounty }),
  'Query.callBacks': ofCounty(CALLING, {
    args: ({ county }) => ({ countyCode: county, level: 'county', first: 200 }),
    shows: ({ caseNumber }) => caseNumber,
  }),
  'Query.callBackSamples': ofCounty(CALLING, { args: byCounty }),
  'Query.callBackScript': {
    ...{ may: ['countyCentre', 'cityCentre', 'supervisor'], bound: 'public', because: 'the same questions everywhere' },
    ...{ args: () => ({}), shows: null },
  },
  'Query.evaluationsAudit': ofCounty(['administrator'], { args: ({ county }) => ({ filter: { countyCode: county } }), shows: null }),
  'Query.figureCases': {
    ...{ may: STAFF, bound: 'area', because: 'a department’s handlers see those of their unit, of which there is none here' },
    reach: { cityCentre: WHOLE, departmentHandler: NOWHERE } satisfies Reach,
    args: ({ countId, village }) => ({ countId, scope: { kind: 'village', code: village }, measure: 'replied', part: 'numerator' }),
    shows: ({ caseNumber }) => caseNumber,
  },
  'Query.figureCount': ofCounty(STAFF, {
    because: COUNTED,
    args: ({ county, month }) => ({ countyCode: county, month, asOf: COUNTED_AT }),
    shows: showsCount,
  }),
  'Query.figureCounts': ofCounty(STAFF, { because: COUNTED, args: byCounty, shows: showsCount }),
  'Query.ratings': { may: SIGNED_IN, bound: 'area', notWalked: BY_CASES },
  'Query.trends': ofCounty(STAFF, { because: COUNTED, args: ({ county, month }) => ({ countyCode: county, month, by: 'category' }) }),
  'Reference.Case': {
    ...{ may: 'public', bound: 'county', because: `whoever is over the county reads its ratings; else ${BY_CASES}` },
    reach: Object.fromEntries(
      (['anonymous', 'resident', 'service', 'externalSystem', 'gridMember', 'villageOfficial', 'townCentre', 'departmentHandler'] as const).map((one) => [one, NOWHERE]),
    ),
    args: ({ caseNumber }) => ({ number: caseNumber }),
  },
};
