import { randomUUID } from 'node:crypto';
import { SIGNED_IN, STAFF, staffAnd, type MatrixCaller, type OperationRow, type OperationTable, type Place } from '@yiwang/testing/matrix';
import type { PeopleThings } from './jurisdiction.things.js';

type Row = OperationRow<PeopleThings>;
type More = Omit<Row, 'may' | 'bound'>;
type Reach = Partial<Record<MatrixCaller, readonly Place[]>>;

const WHOLE: readonly Place[] = ['own', 'neighbour'];
const NOWHERE: readonly Place[] = [];
/** Whoever is posted to the county or above it reaches all of it. */
const AREA: Reach = { cityCentre: WHOLE, departmentHandler: WHOLE };
const OWN_OR_ADMINISTRATOR: Reach = { administrator: WHOLE };

const soon = (): string => new Date(Date.now() + 5 * 86_400_000).toISOString();
const byAdministrator = (more: More): Row => ({ may: ['administrator'], bound: 'county', ...more });
/** About oneself, or by an administrator about anybody of theirs. */
const concerned = (more: More): Row => ({ may: STAFF, bound: 'person', reach: OWN_OR_ADMINISTRATOR, ...more });
const callersOwn = (may: Row['may']): Row => ({ may, bound: 'person', because: 'only what is the caller’s own', args: () => ({}) });
const onPerson = async ({ make }: PeopleThings) => ({ id: await make.person() });
const onClient = async ({ make }: PeopleThings) => ({ subject: await make.client() });
const NO_PLACE = { bound: 'public', because: 'of whoever holds the phone, who lives nowhere yet' } as const;

/** Every operation of identity, who may call it and what bounds it. A new one fails the matrix until it stands here. */
export const ROWS: OperationTable<PeopleThings> = {
  'Mutation.appointPosition': byAdministrator({
    args: async ({ make, village }) => ({ input: { personId: await make.person(), role: 'villageSecretary', areaCode: village } }),
    shows: ({ village }) => village,
  }),
  'Mutation.changeClient': byAdministrator({ args: async ({ make, mark }) => ({ subject: await make.client(), input: { name: `${mark}改` } }) }),
  'Mutation.changePerson': byAdministrator({ args: async ({ make, mark }) => ({ id: await make.person(), input: { name: `${mark}改` } }) }),
  'Mutation.confirmPhone': { may: 'public', ...NO_PLACE, notWalked: 'a code that was sent, and no place' },
  'Mutation.createClient': byAdministrator({
    args: ({ county, mark }) => ({ input: { clientId: `c-${randomUUID()}`, name: mark, counties: [county] } }),
  }),
  'Mutation.createPerson': byAdministrator({
    args: ({ county, mark }) => ({ input: { username: `u${randomUUID().slice(0, 8)}`, name: mark, homeCode: county } }),
  }),
  'Mutation.disableClient': byAdministrator({ args: onClient }),
  'Mutation.enableClient': byAdministrator({ args: onClient }),
  'Mutation.endAbsence': concerned({ args: async ({ make }) => ({ id: await make.absence() }) }),
  'Mutation.endDeputy': concerned({ args: async ({ make }) => ({ id: await make.deputyship() }) }),
  'Mutation.endPosition': byAdministrator({ args: async ({ make }) => ({ id: await make.position() }), shows: ({ grid }) => grid }),
  'Mutation.erasePersonalData': {
    ...{ may: ['resident', 'administrator'], bound: 'person', reach: OWN_OR_ADMINISTRATOR },
    args: async ({ make }) => ({ residentId: await make.resident(), reason: '本人要求' }),
    shows: null,
  },
  'Mutation.exportPersonalData': {
    ...{ may: ['resident', 'administrator'], bound: 'person', reach: OWN_OR_ADMINISTRATOR },
    args: ({ residentId }) => ({ residentId, reason: '本人要求' }),
  },
  'Mutation.grantProxy': {
    ...{ may: staffAnd('resident'), bound: 'area', reach: { ...AREA, resident: NOWHERE }, because: 'by whoever works where the resident lives' },
    args: async ({ make }) => ({ input: { residentId: await make.resident(), means: 'spoken', until: soon() } }),
    shows: null,
  },
  'Mutation.issuePassword': byAdministrator({ args: onPerson, shows: null }),
  'Mutation.movePosition': byAdministrator({
    args: async ({ make, village }) => ({ id: await make.position(), input: { role: 'villageSecretary', areaCode: village } }),
    shows: ({ village }) => village,
  }),
  'Mutation.nameDeputy': concerned({
    args: async ({ make }) => ({ input: { personId: await make.person(), deputyId: await make.person(), to: soon() } }),
  }),
  'Mutation.recordAbsence': concerned({
    args: async ({ make, mark }) => ({ input: { personId: await make.person(), to: soon(), reason: mark } }),
  }),
  'Mutation.registerResident': {
    ...{ may: STAFF, bound: 'area', reach: AREA },
    args: ({ grid, mark }) => ({ input: { name: mark, areaCode: grid } }),
    shows: ({ grid }) => grid,
  },
  'Mutation.requestPhoneCode': { may: 'public', ...NO_PLACE, notWalked: 'a phone, and no place' },
  'Mutation.resumePerson': byAdministrator({ args: async ({ make }) => ({ id: await make.person('suspended') }) }),
  'Mutation.rotateClientKey': byAdministrator({ args: onClient }),
  'Mutation.saveMyResident': { may: ['resident'], bound: 'person', notWalked: 'the caller’s own entry; it names nobody else' },
  'Mutation.suspendPerson': byAdministrator({ args: async ({ make }) => ({ id: await make.person(), reason: '调查' }) }),
  'Mutation.takeClientQuota': { may: ['externalSystem'], bound: 'person', notWalked: 'the caller’s own quota; it names nobody else' },
  'Mutation.withdrawProxy': {
    ...{ may: staffAnd('resident'), bound: 'person', reach: OWN_OR_ADMINISTRATOR },
    args: async ({ make }) => ({ id: await make.proxy() }),
    shows: null,
  },
  'Query.clients': byAdministrator({ args: () => ({}) }),
  'Query.clientUsage': byAdministrator({ args: ({ clientSubject }) => ({ subject: clientSubject }), shows: ({ started }) => `"started":${started}` }),
  'Query.holdersOf': {
    ...{ may: staffAnd('externalSystem'), bound: 'county', because: 'work is handed to any post of the county' },
    args: ({ grid }) => ({ posts: [{ role: 'gridMember', areaCode: grid }] }),
    shows: ({ personId }) => `"personId":"${personId}"`,
  },
  'Query.identityAudit': byAdministrator({ args: ({ county }) => ({ filter: { countyCode: county } }), shows: null }),
  'Query.mayVerify': {
    ...{ may: STAFF, bound: 'county', because: 'of another county’s people not even that they stand in for each other is said' },
    args: ({ personId, deputyId }) => ({ verifierId: personId, handlerIds: [deputyId], since: '2026-02-01T00:00:00Z' }),
    shows: ({ deputyId }) => `"conflicts":["${deputyId}"]`,
  },
  'Query.me': callersOwn(SIGNED_IN),
  'Query.myAbsences': callersOwn(STAFF),
  'Query.myClient': callersOwn(['externalSystem']),
  'Query.myPositions': {
    ...callersOwn(SIGNED_IN),
    because: 'only what is the caller’s own; with their grid come those who work there beside them',
    reach: { gridMember: ['own'] },
  },
  'Query.myProxies': callersOwn(staffAnd('resident')),
  'Query.myResident': callersOwn(['resident']),
  'Query.myUsage': callersOwn(['externalSystem']),
  'Query.people': { may: STAFF, bound: 'area', reach: AREA, args: ({ mark }) => ({ filter: { search: mark } }) },
  'Query.person': {
    ...{ may: STAFF, bound: 'county', because: 'colleagues of one county know of each other' },
    args: ({ personId }) => ({ id: personId }),
  },
  'Query.phoneProvenAt': {
    ...{ may: 'public', bound: 'secret', because: 'the proof that the phone’s holder was given' },
    args: ({ phone }) => ({ proof: 'made-up', phone }),
  },
  'Query.proxyFor': {
    ...{ may: STAFF, bound: 'person', because: 'only consents that name the caller' },
    args: ({ residentId }) => ({ residentId }),
  },
  'Query.residentsByPhone': {
    ...{ may: STAFF, bound: 'county', because: 'whoever takes a call does not know yet where the caller lives; the whole phone is' },
    args: ({ phone }) => ({ phone }),
    shows: ({ residentId }) => residentId,
  },
  'Query.whoActsFor': {
    ...{ may: staffAnd('externalSystem'), bound: 'county' },
    args: ({ personId }) => ({ personIds: [personId] }),
    shows: ({ personId }) => `"actingId":"${personId}"`,
  },
  'Reference.Area': {
    ...{ may: 'public', bound: 'county', because: 'the reference only repeats the code; its members are shown to the county’s staff and systems' },
    reach: { anonymous: NOWHERE, resident: NOWHERE, service: NOWHERE },
    args: ({ grid }) => ({ code: grid }),
  },
  'Reference.Client': { may: staffAnd('externalSystem'), bound: 'county', args: ({ clientSubject }) => ({ subject: clientSubject }) },
  'Reference.Person': { may: staffAnd('externalSystem'), bound: 'county', args: ({ personId }) => ({ id: personId }) },
  'Reference.Resident': {
    ...{ may: staffAnd('resident'), bound: 'area', reach: { ...AREA, resident: NOWHERE } },
    args: ({ residentId }) => ({ id: residentId }),
    shows: ({ grid }) => grid,
  },
};
