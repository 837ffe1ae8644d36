import { randomUUID } from 'node:crypto';
import type { OpenedTask, PositionRole, TaskKind } from '@yiwang/contracts/case-flow';
import type { Role } from '@yiwang/contracts/roles';
import { PersonalData, writeClaim } from '@yiwang/platform/personal-data';
import { CALLERS, type MatrixCaller, type MatrixStand, type Place } from '@yiwang/testing/matrix';
import { DataSource } from 'typeorm';
import { PickupCodes } from '../src/intake/pickup-codes.js';
import { RatingLinks } from '../src/notices/rating-links.js';
import { takingEngine } from './jurisdiction.engine.js';
import { COUNTY, GRID, PERSONAL_SETTINGS, ROADS, TOWN, VILLAGE, WATER, type Stand } from './stand.js';
import { stepsOn } from './steps.js';
import { firstAnswer } from './subscribe.js';

export interface Called {
  subject: string;
  name: MatrixCaller;
}

/** What a place of cases has: a case with open tasks, messages, rules and a calendar. */
export interface CaseThings {
  /** Stands in every text of the place. */
  mark: string;
  county: string;
  town: string;
  grid: string;
  unit: string;
  caseNumber: string;
  closedCase: string;
  /** Shows the callers' own case, and no other. */
  pickupCode: string;
  closedCode: string;
  ratingLink: string;
  policyVersion: number;
  /** Makes a row of this place, which a call may use up, and gives its key; texts of it hold the mark. */
  make: {
    case(columns?: Record<string, unknown>): Promise<string>;
    /** Of a new case, put to whoever calls if their post reaches it. */
    task(kind: TaskKind, caller: Called, isHeld?: boolean): Promise<{ taskId: string; version: number; number: string }>;
    /** A common matter that neighbours see. */
    publicMatter(): Promise<string>;
    /** Of which the work is somebody else's. */
    handledCase(): Promise<string>;
    /** A search that somebody of the caller's office has shared, or of the same office in this place. */
    sharedView(caller: Called): Promise<string>;
    meeting(): Promise<{ number: string; meetingId: string; participant: string }>;
    /** An upload of the caller's. */
    attachment(caller: Called): Promise<string>;
    policyDraft(): Promise<number>;
  };
  /** Identity's word that the caller may have everything of a resident who reported a case in each place. */
  exportClaim(caller: Called): { residentId: string; claim: string };
}

/** The number that reported a case in each place. */
export const PHONE = '13900001357';

export const CLOSED = { stage: 'closed', closed_as: 'rated', closed_at: '2026-01-06T00:00:00Z' };

/** Another county's unit may have the code of one of ours. */
const PLACES: Record<Place, { grid: string; unit: string }> = {
  own: { grid: GRID, unit: WATER },
  neighbour: { grid: '990121002001001', unit: ROADS },
  elsewhere: { grid: '990221001001001', unit: WATER },
};

/** Where each role works; the others are of the whole county. */
const AREAS: Partial<Record<MatrixCaller, string>> = { gridMember: GRID, villageOfficial: VILLAGE, townCentre: TOWN, cityCentre: '9901' };
const UNPLACED: readonly MatrixCaller[] = ['anonymous', 'resident', 'service'];

export const postOf = (caller: MatrixCaller): PositionRole =>
  caller === 'villageOfficial' ? 'villageSecretary' : UNPLACED.includes(caller) ? 'gridMember' : (caller as PositionRole);
const POSTS = CALLERS.filter((caller) => !UNPLACED.includes(caller) && caller !== 'externalSystem' && caller !== 'departmentHandler').map(postOf);

const NEW_CASE = `
insert into case_file (number, county_code, area_code, stage, kind, channel, text, received_at, policy_version, response_due_at,
  resolution_due_at, first_due_at, starter, reporter_subject, starter_kind, idempotency_key, content_hash, signature, reporter_phone_index)
values ($1, left($2, 6), $2, 'handling', 'complaint', 'web', $3, $4, 1, now(), now(), now(), $5, $6, 'client', $1, '', '', $7)`;

type Callers = MatrixStand<CaseThings>['callers'];
let numbers = 0;

async function place(cases: Stand, name: Place, callers: Callers): Promise<CaseThings> {
  const { grid, unit } = PLACES[name];
  const [mark, county, town] = [`${name}-thing`, grid.slice(0, 6), grid.slice(0, 9)];
  const steps = stepsOn(cases);
  const { index } = PersonalData.with(cases.app.get(DataSource, { strict: false }), PERSONAL_SETTINGS);
  const phoneIndex = index.ofPhone(PHONE)!;
  // The external system and the resident among the callers have brought whatever lies in their own place.
  const isTheirs = name === 'own';
  const [starter, reporter] = [isTheirs ? callers.externalSystem!.subject! : `${name}-starter`, isTheirs ? callers.resident!.subject! : null];

  const put = async (receivedAt: string, columns: Record<string, unknown> = {}): Promise<string> => {
    const number = `${county}-20200101-${String(++numbers).padStart(6, '0')}`;
    await cases.sql(NEW_CASE, [number, grid, mark, receivedAt, starter, reporter, phoneIndex]);
    for (const [column, value] of Object.entries(columns)) await cases.sql(`update case_file set ${column} = $2 where number = $1`, [number, value]);
    return number;
  };
  const open = async (caseNumber: string, task: Partial<OpenedTask>) => {
    const { taskId } = await steps.open(caseNumber, { areaCode: grid, dueAt: '2099-12-31T00:00:00.000Z', ...task });
    return taskId;
  };
  /** Departments are addressed by their unit, for the whole county. */
  const addressed = (caller: MatrixCaller): Partial<OpenedTask> =>
    caller === 'departmentHandler' ? { roles: ['departmentHandler'], areaCode: county, unitCode: unit } : { roles: [postOf(caller)] };

  const make: CaseThings['make'] = {
    case: (columns) => put('2020-01-01T00:00:00Z', columns),
    async task(kind, caller, isHeld = false) {
      const number = await make.case();
      const taskId = await open(number, { kind, ...addressed(caller.name) });
      if (isHeld) await cases.sql('update task set holder_subject = $2 where id = $1', [taskId, caller.subject]);
      return { taskId, version: 1, number };
    },
    async publicMatter() {
      const [row] = await cases.sql<{ id: string }>(
        `insert into public_matter (case_number, id, county_code, title, published_at, published_by) values ($1, gen_random_uuid(), $2, $3, now(), 'x') returning id`,
        [await make.case(), county, mark],
      );
      return row!.id;
    },
    async handledCase() {
      const number = await make.case();
      await open(number, { kind: 'lead', roles: ['serviceTeam'] });
      return number;
    },
    async sharedView(caller) {
      const office = caller.name === 'departmentHandler' ? `${county}/${unit}` : grid.slice(0, (AREAS[caller.name] ?? COUNTY).length);
      const [row] = await cases.sql<{ id: string }>(
        `insert into saved_view (owner_subject, page, name, query, shared_with, saved_at) values (gen_random_uuid()::text, 'cases', $1, '', $2, now()) returning id`,
        [mark, [office]],
      );
      return row!.id;
    },
    async meeting() {
      const number = await make.case();
      const participants = [{ name: mark, kind: 'unit', unitCode: unit, areaCode: county }];
      await steps.record(number, { records: [{ kind: 'meeting', id: number, data: { participants } }] });
      return { number, meetingId: number, participant: mark };
    },
    async attachment({ subject }) {
      const [{ id } = { id: '' }] = await cases.sql<{ id: string }>(
        `insert into attachment (uploaded_by, kind, media_type, bytes, sha256, storage_key) values ($1, 'image', 'image/png', 1, 'x', gen_random_uuid()::text) returning id`,
        [subject],
      );
      return id;
    },
    async policyDraft() {
      const [row] = await cases.sql<{ version: number }>(
        `insert into policy_version (county_code, version, state, rules, note)
         select $1, coalesce(max(version), 0) + 1, 'draft', '{}', $2 from policy_version where county_code in ('', $1) returning version`,
        [county, mark],
      );
      return row!.version;
    },
  };

  const caseNumber = await put(new Date().toISOString());
  const timeline = [{ type: 'received' as const, text: mark }];
  await steps.record(caseNumber, { timeline });
  for (const task of [{ roles: POSTS }, { roles: ['departmentHandler' as const], areaCode: county, unitCode: unit }]) {
    await open(caseNumber, { ...task, dueAt: '2026-01-10T00:00:00.000Z' });
  }
  const recipients = [
    { kind: 'reporter' },
    { kind: 'position', roles: POSTS, areaCode: grid },
    { kind: 'position', roles: ['departmentHandler'], areaCode: county, unitCode: unit },
  ];
  for (const recipient of recipients) {
    await cases.sql(`insert into mailbox (message_id, type, recipient, case_number, title, body) values (gen_random_uuid()::text, 'taskOpened', $1, $2, $3, '')`, [
      ...[JSON.stringify(recipient), caseNumber, mark],
    ]);
  }
  return {
    ...{ mark, county, town, grid, unit, caseNumber, make, pickupCode: '', closedCode: '', ratingLink: '' },
    closedCase: await make.case(CLOSED),
    policyVersion: await make.policyDraft(),
    exportClaim({ subject, name: caller }) {
      const isThemselves = caller === 'resident';
      const residentId = randomUUID();
      const claim = writeClaim(index, {
        ...{ residentId, countyCode: COUNTY, askedBy: subject, validUntil: new Date(Date.now() + 60_000).toISOString() },
        ...{ subject: isThemselves ? subject : null, phoneIndex: isThemselves ? null : phoneIndex.toString('hex') },
      });
      return { residentId, claim };
    },
  };
}

function callersOf(cases: Stand): Callers {
  const callerOf = (caller: MatrixCaller) => {
    if (caller === 'anonymous') return undefined;
    const subject = randomUUID();
    if (caller === 'resident' || caller === 'service') return { subject, roles: [caller] };
    const unit = caller === 'departmentHandler' ? WATER : undefined;
    const staff = cases.staff(subject, postOf(caller), AREAS[caller] ?? COUNTY, caller as Role, unit);
    return caller === 'externalSystem' ? { ...staff, username: 'service-account-hotline-matrix', clientId: 'hotline-matrix' } : staff;
  };
  return Object.fromEntries(CALLERS.map((caller) => [caller, callerOf(caller)])) as Callers;
}

/** Two counties of two cities: the callers' own grid, one of another town, one of the other county. */
export async function casesMatrix(cases: Stand): Promise<MatrixStand<CaseThings>> {
  takingEngine(cases);
  const callers = callersOf(cases);
  const things = {
    own: await place(cases, 'own', callers),
    neighbour: await place(cases, 'neighbour', callers),
    elsewhere: await place(cases, 'elsewhere', callers),
  };
  const { caseNumber, closedCase } = things.own;
  const codes: PickupCodes = cases.app.get(PickupCodes, { strict: false });
  const secrets = {
    ...{ pickupCode: codes.of(caseNumber), closedCode: codes.of(closedCase) },
    ratingLink: cases.app.get(RatingLinks, { strict: false }).tokenOf(caseNumber, 1),
  };
  for (const one of Object.values(things)) Object.assign(one, secrets);
  await cases.shown();
  return {
    ...{ subgraph: cases, callers, things },
    follow: (query, variables, as) => firstAnswer(cases, query, variables, as),
    // A calendar that was loaded is told to cases some seconds later, whatever is called meanwhile.
    ownTables: ['calendar_news', 'calendar_signal'],
    // What callers have started themselves would be theirs to see wherever it lies.
    async renew() {
      await cases.sql(`update case_file set starter = number, reporter_subject = null where text like '%-thing %' and starter <> number`);
    },
  };
}
