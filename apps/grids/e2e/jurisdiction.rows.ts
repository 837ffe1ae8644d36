import { randomUUID } from 'node:crypto';
import { STAFF, type MatrixCaller, type OperationRow, type OperationTable, type Place } from '@yiwang/testing/matrix';
import { squareAt, today, type GridThings } from './jurisdiction.things.js';

type Row = OperationRow<GridThings>;
type Reach = Partial<Record<MatrixCaller, readonly Place[]>>;
type Rest = Omit<Row, 'may' | 'bound'>;

const WHOLE: readonly Place[] = ['own', 'neighbour'];
const NOWHERE: readonly Place[] = [];

const PUBLISHED = 'areas, where they lie and the points that hang in them are reference data: whoever reports has to name a place';
const READING: Reach = { cityCentre: WHOLE, departmentHandler: NOWHERE };
/** Who keeps doors and prints points: not whoever only looks on. */
const KEEPING: Reach = { cityCentre: NOWHERE, departmentHandler: NOWHERE, supervisor: NOWHERE, leader: NOWHERE };
/** Who makes rounds among those who may ask for their own. */
const PATROLLING: Reach = Object.fromEntries(
  STAFF.filter((role) => role !== 'gridMember' && role !== 'villageOfficial').map((role) => [role, NOWHERE]),
);

const inOpen = (args: Row['args'], more: Rest = {}): Row => ({ may: 'public', bound: 'public', because: PUBLISHED, args, ...more });
const byReaders = (args: Row['args'], more: Rest = {}): Row => ({
  ...{ may: STAFF, bound: 'area', reach: READING, args, because: 'departments work by case and not by area' },
  ...more,
});
const byKeepers = (args: Row['args'], more: Rest = {}): Row => ({ may: STAFF, bound: 'area', reach: KEEPING, args, ...more });
const byAdministrator = (args: Row['args'], more: Rest = {}): Row => ({ may: ['administrator'], bound: 'area', args, ...more });
const byAppointers = (args: Row['args'], more: Rest = {}): Row => ({
  may: ['villageOfficial', 'townCentre', 'countyCentre', 'administrator'],
  ...{ bound: 'area', args, ...more },
});
const byPatrollers = (args: Row['args'], more: Rest = {}): Row => ({ may: ['gridMember', 'villageOfficial'], bound: 'area', args, ...more });

const underGrid = ({ grid }: GridThings) => ({ under: grid, first: 200 });
const someGrid = (name: string) => (code: string) => ({ code, name });

/** Every operation of grids, who may call it and what bounds it. A new one fails the matrix until it stands here. */
export const ROWS: OperationTable<GridThings> = {
  'Mutation.assignDuty': byAppointers(({ grid }) => ({ input: { gridCode: grid, subject: randomUUID(), duty: 'patrol' } })),
  'Mutation.checkInPatrol': byPatrollers(async ({ grid, make }) => ({ input: { gridCode: grid, slot: await make.round() } })),
  'Mutation.closeArea': byAdministrator(async ({ make }) => ({ code: await make.grid() })),
  'Mutation.completePatrol': byPatrollers(async ({ grid, make, mark }, { subject }) => ({
    input: { gridCode: grid, slot: await make.round(subject), note: mark },
  })),
  'Mutation.endDuty': byAppointers(async ({ make }) => ({ id: await make.duty() })),
  'Mutation.endHousehold': byKeepers(async ({ make }) => ({ id: await make.household() })),
  'Mutation.generateQrPoints': byAdministrator(({ village }) => ({ villageCode: village }), { shows: null, because: 'it answers how many' }),
  'Mutation.mergeGrids': byAdministrator(async ({ make, mark, unusedCode }) => ({
    input: { codes: [await make.grid(), await make.grid()], into: someGrid(`${mark}并`)(unusedCode()) },
  })),
  'Mutation.preparePatrolPicture': byPatrollers(undefined, { notWalked: 'an upload is its uploader’s and of no place until their round takes it' }),
  'Mutation.printQrSheets': byKeepers(({ grid }) => ({ areaCode: grid }), { shows: null, because: 'it answers a link' }),
  'Mutation.putArea': byAdministrator(({ mark, unusedCode }) => ({ input: { code: unusedCode(), name: mark } })),
  'Mutation.putBoundary': byAdministrator(async ({ make, at }) => ({ areaCode: await make.grid(), geometry: squareAt(at.latitude) })),
  'Mutation.putHousehold': byKeepers(({ grid, mark }) => ({ input: { gridCode: grid, building: mark, door: randomUUID(), people: 3 } })),
  'Mutation.putPatrolSetting': {
    ...{ may: ['administrator', 'countyCentre'], bound: 'county' },
    ...{ args: ({ county }) => ({ input: { countyCode: county } }), shows: ({ county }) => county },
  },
  'Mutation.putQrPoint': byAdministrator(({ grid, mark }) => ({ input: { code: `QR-${randomUUID()}`, areaCode: grid, label: mark } })),
  'Mutation.replaceQrPoint': byAppointers(async ({ make }) => ({ code: await make.qrPoint() })),
  'Mutation.splitGrid': byAdministrator(async ({ make, mark, unusedCode }) => ({
    input: { code: await make.grid(), into: [unusedCode(), unusedCode()].map(someGrid(`${mark}分`)) },
  })),
  'Mutation.startCaseFromFinding': {
    ...{ may: ['gridMember', 'villageOfficial', 'townCentre', 'countyCentre'], bound: 'area' },
    args: async ({ make }) => ({ id: await make.finding() }),
  },
  'Query.area': inOpen(({ grid }) => ({ code: grid })),
  'Query.areaAt': inOpen(({ grid }) => ({ code: grid, on: today() })),
  'Query.areaDirectory': inOpen(({ county }) => ({ countyCode: county })),
  'Query.areas': inOpen(({ village }) => ({ under: village })),
  'Query.gridDuties': byReaders(({ grid }) => ({ gridCode: grid })),
  'Query.gridsAudit': { may: ['administrator'], bound: 'county', args: ({ county }) => ({ filter: { countyCode: county } }), shows: null },
  'Query.households': byReaders(underGrid),
  'Query.locateAddress': inOpen(({ county, mark }) => ({ countyCode: county, text: `${mark}格` })),
  'Query.locatePoint': inOpen(({ county, at }) => ({ under: county, ...at })),
  'Query.myDuties': { may: STAFF, bound: 'person', args: () => ({}) },
  'Query.myPatrols': { may: STAFF, bound: 'area', reach: PATROLLING, because: 'only whoever patrols has rounds', args: () => ({}) },
  'Query.patrolAlarms': byReaders(({ village }) => ({ under: village }), {
    because: 'they go to the village, which a grid’s member does not stand over',
    reach: { ...READING, gridMember: NOWHERE },
  }),
  'Query.patrolCoverage': byReaders(({ grid }) => ({ area: grid, from: today(), to: today() }), {
    shows: ({ grid }) => `"gridCode":"${grid}"`,
  }),
  'Query.patrolFindings': byReaders((things) => ({ ...underGrid(things), from: today(), to: today() })),
  'Query.patrolRounds': byReaders(underGrid),
  'Query.patrolSetting': { may: STAFF, bound: 'county', args: ({ county }) => ({ countyCode: county }), shows: ({ county }) => county },
  'Query.predecessorsOf': inOpen(({ grid }) => ({ code: grid }), { shows: ({ before }) => before }),
  'Query.qrPoint': inOpen(({ qrCode }) => ({ code: qrCode })),
  'Query.qrPoints': byReaders(underGrid),
  'Query.recogniseAreas': inOpen(({ county, mark }) => ({ countyCode: county, texts: [`${mark}格`] })),
  'Query.successorsOf': inOpen(({ before }) => ({ code: before }), { shows: ({ grid }) => grid }),
  'Reference.Area': inOpen(({ grid }) => ({ code: grid })),
  'Reference.QrPoint': inOpen(({ qrCode }) => ({ code: qrCode })),
};
