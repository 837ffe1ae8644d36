import { randomUUID } from 'node:crypto';
import type { MatrixCaller, OperationRow, OperationTable, Place } from '@yiwang/testing/matrix';
import { SIGNED_IN, STAFF } from '@yiwang/testing/matrix';
import { someVillage, type UnitThings } from './jurisdiction.things.js';

type Row = OperationRow<UnitThings>;
type Reach = Partial<Record<MatrixCaller, readonly Place[]>>;

const OFFICE = ['administrator', 'countyCentre'] as const;
const WRITERS = [...OFFICE, 'townCentre', 'departmentHandler'] as const;
const WHOLE: readonly Place[] = ['own', 'neighbour'];
const NOWHERE: readonly Place[] = [];

/** Of the callers only the department's handler is of the unit. */
const withoutUnit = (...others: MatrixCaller[]): Reach =>
  Object.fromEntries(
    STAFF.filter((role) => role !== 'departmentHandler').map((role) => [role, others.includes(role) ? WHOLE : NOWHERE]),
  );
const UNIT_ALONE = withoutUnit();
const UNIT_OR_OFFICE = withoutUnit(...OFFICE);
const UNIT_OR_OVERSEERS = withoutUnit(...OFFICE, 'supervisor', 'leader');

const PUBLISHED = 'units, categories, days of duty and answers in the open are published, whichever county’s they are';
const COUNTED = { name: '计', content: Buffer.from('x').toString('base64') };
const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

const inOpen = (row: Omit<Row, 'may' | 'bound'>): Row => ({ may: 'public', bound: 'public', because: PUBLISHED, ...row });
const ofCounty = (row: Omit<Row, 'may' | 'bound'>): Row => ({ may: STAFF, bound: 'county', ...row });
const byOffice = (row: Omit<Row, 'may' | 'bound'>): Row => ({ may: OFFICE, bound: 'county', ...row });
const filtered = ({ county }: UnitThings) => ({ filter: { countyCode: county }, first: 200 });
const file = ({ county }: UnitThings) => ({
  input: { countyCode: county, fileName: COUNTED.name, contentBase64: COUNTED.content, missing: 'keep' },
});
/** The file is looked at only where its county may be touched. */
const UNREADABLE = { shows: null, refusals: ['IMPORT_FILE_UNREADABLE', 'IMPORT_COLUMN_MISSING'] } as const;

/** Every operation of departments, who may call it and what bounds it. A new one fails the matrix until it stands here. */
export const ROWS: OperationTable<UnitThings> = {
  'Mutation.answerConsultation': {
    ...{ may: STAFF, bound: 'unit', reach: UNIT_OR_OVERSEERS },
    args: async ({ make }) => ({ input: { number: await make.question(), version: 1, text: '答' } }),
  },
  'Mutation.answerDutySwap': {
    ...{ may: STAFF, bound: 'unit', reach: UNIT_ALONE, because: 'only the unit that was asked gives its day' },
    args: async ({ make }) => ({ id: await make.swap(true), agreed: true }),
  },
  'Mutation.askConsultation': inOpen({ notWalked: 'anybody asks any county; what comes of it is bounded by the rows of consultations' }),
  'Mutation.askDutySwap': {
    ...{ may: STAFF, bound: 'unit', reach: UNIT_ALONE, because: 'only the unit whose day it is gives it away' },
    args: async ({ make, unit }) => ({
      input: { shiftId: await make.shift(), withShiftId: await make.shift(unit.replace('unit', 'other')), reason: '换' },
    }),
  },
  'Mutation.assignDutyShift': byOffice({
    args: async ({ make, unit }) => ({ input: { shiftId: await make.shift(), unitCode: unit, reason: '补' } }),
  }),
  'Mutation.changeResponseTemplate': {
    ...{ may: WRITERS, bound: 'unit', reach: UNIT_OR_OFFICE },
    args: async ({ make, mark }) => ({ input: { id: await make.template(), version: 1, text: `${mark}改` } }),
  },
  'Mutation.changeUnit': {
    ...{ may: ['administrator'], bound: 'county' },
    args: async ({ make, mark }) => ({ input: { code: await make.unit(), version: 1, name: `${mark}改` } }),
  },
  'Mutation.closeUnit': {
    ...{ may: ['administrator'], bound: 'county' },
    args: async ({ make }) => ({ input: { code: await make.unit(), on: today(), reason: '并' } }),
  },
  'Mutation.createResponseTemplate': {
    ...{ may: WRITERS, bound: 'unit', reach: UNIT_OR_OFFICE },
    args: ({ county, unit, mark }) => ({ input: { countyCode: county, unitCode: unit, name: randomUUID(), text: mark } }),
  },
  'Mutation.createUnit': {
    ...{ may: ['administrator'], bound: 'county' },
    args: ({ county, mark }) => ({ input: { name: mark, kind: 'department', areaCode: county } }),
  },
  'Mutation.endRoutingRule': byOffice({ args: async ({ make }) => ({ input: { id: await make.rule(), on: today(), reason: '止' } }) }),
  'Mutation.followConsultation': {
    ...{ may: 'public', bound: 'secret', because: 'whoever asked, by their code; nobody’s place opens it' },
    args: async ({ make }) => ({ input: { number: await make.question(), code: 'ACEFGH', text: '再问' } }),
  },
  'Mutation.handOverConsultation': {
    ...{ may: STAFF, bound: 'unit', reach: UNIT_OR_OVERSEERS },
    args: async ({ make, unit }) => ({
      input: { number: await make.question(), version: 1, unitCode: unit.replace('unit', 'other'), reason: '转' },
    }),
  },
  'Mutation.importCategories': byOffice({ args: file, ...UNREADABLE }),
  'Mutation.importPowers': byOffice({ args: file, ...UNREADABLE }),
  'Mutation.planDuty': byOffice({
    args: ({ county, unit }) => ({ input: { countyCode: county, month: '2026-12', units: [unit] } }),
    refusals: ['TIME_INVALID', 'INPUT_INVALID'],
  }),
  'Mutation.recordRoutingDecision': byOffice({
    args: ({ county, unit, mark }) => ({ input: { idempotencyKey: randomUUID(), kind: 'dispatch', areaCode: county, unitCode: unit, note: mark } }),
  }),
  'Mutation.retireResponseTemplate': {
    ...{ may: WRITERS, bound: 'unit', reach: UNIT_OR_OFFICE },
    args: async ({ make }) => ({ id: await make.template() }),
  },
  'Mutation.setRoutingRule': byOffice({
    args: ({ county, unit, mark }) => ({ input: { areaCode: someVillage(county), unitCode: unit, validFrom: today(), reason: mark } }),
  }),
  'Mutation.turnConsultationIntoCase': {
    ...{ may: 'public', bound: 'unit' },
    because: 'open to whoever asked, by their code; without it to the unit and the county’s office',
    reach: {
      ...{ ...UNIT_OR_OVERSEERS, anonymous: NOWHERE, resident: NOWHERE, externalSystem: NOWHERE, service: NOWHERE },
    },
    args: async ({ make, county }) => ({ input: { number: await make.question(), consent: true, areaCode: `${county}001001` } }),
  },
  'Mutation.withdrawDutySwap': {
    ...{ may: STAFF, bound: 'unit', reach: UNIT_ALONE, because: 'only the unit that asked takes it back' },
    args: async ({ make }) => ({ id: await make.swap() }),
  },
  'Query.catalogueImports': ofCounty({ args: ({ county }) => ({ countyCode: county, kind: 'powers' }) }),
  'Query.categories': inOpen({ args: () => ({ domain: 'education' }), shows: ({ category }) => category }),
  'Query.category': inOpen({ args: ({ category }) => ({ code: category }), shows: ({ category }) => category }),
  'Query.categoryList': inOpen({ args: ({ category }) => ({ filter: { search: category } }), shows: ({ category }) => category }),
  'Query.consultation': {
    ...{ may: 'public', bound: 'unit' },
    because: 'one that waits is its unit’s and the county’s office’s; one that was answered in the open everybody’s',
    reach: { ...UNIT_OR_OVERSEERS, anonymous: NOWHERE, resident: NOWHERE, externalSystem: NOWHERE, service: NOWHERE },
    args: async ({ make }) => ({ number: await make.question() }),
  },
  'Query.consultationDesk': {
    ...{ may: STAFF, bound: 'unit', reach: UNIT_OR_OVERSEERS },
    args: ({ county, unit }) => ({ filter: { countyCode: county, unitCode: unit } }),
  },
  'Query.departmentsAudit': { may: ['administrator'], bound: 'county', args: ({ county }) => ({ filter: { countyCode: county } }), shows: null },
  'Query.domains': inOpen({ args: () => ({}), shows: null }),
  'Query.dutyNow': inOpen({ args: ({ county }) => ({ countyCode: county }), shows: null }),
  'Query.dutyRota': inOpen({ args: ({ county }) => ({ countyCode: county, from: '2030-01-01', until: '2030-03-31' }) }),
  'Query.dutySwaps': ofCounty({ args: filtered }),
  'Query.myConsultations': {
    ...{ may: ['resident'], bound: 'person', because: 'only what the caller asked' },
    args: () => ({}),
  },
  'Query.openConsultations': inOpen({ args: filtered }),
  'Query.powers': {
    ...{ may: SIGNED_IN, bound: 'public', because: 'lists of powers are published by law, so that a county’s may be read from any other' },
    args: ({ county }) => ({ filter: { county }, first: 200 }),
  },
  'Query.previewCategories': byOffice({ args: file, ...UNREADABLE }),
  'Query.previewPowers': byOffice({ args: file, ...UNREADABLE }),
  'Query.responseTemplates': ofCounty({ because: 'a unit’s texts are read by the whole county, which answers alike', args: filtered }),
  'Query.routingDecisions': ofCounty({ args: filtered }),
  'Query.routingFor': ofCounty({ args: ({ county, category }) => ({ category, area: county }) }),
  'Query.routingRules': ofCounty({ args: filtered }),
  'Query.templatePlaceholders': { may: STAFF, bound: 'public', because: 'the same words everywhere', args: () => ({}), shows: null },
  'Query.unit': inOpen({ args: ({ unit }) => ({ code: unit }) }),
  'Query.units': inOpen({ args: ({ county }) => ({ filter: { areaCode: county }, first: 200 }) }),
  'Reference.Case': inOpen({
    because: 'the reference only repeats the number; its consultation is shown to whoever may see that',
    ...{ args: () => ({ number: '990121-20261125-000001' }), shows: null },
  }),
  'Reference.Category': inOpen({ args: ({ category }) => ({ code: category }), shows: ({ category }) => category }),
  'Reference.PersonalDataExport': {
    ...{ may: ['resident', 'administrator'], bound: 'person' },
    notWalked: 'its key is made by identity for whoever asks; the export’s own tests look at counties',
  },
  'Reference.Unit': inOpen({ args: ({ unit }) => ({ code: unit }) }),
};
