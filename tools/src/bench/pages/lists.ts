import { COUNTY, placesOf } from './places.js';
import type { Level } from './sign-in.js';

type Service = 'cases' | 'identity' | 'departments' | 'grids' | 'evaluations';

export interface List {
  service: Service;
  /** As the table names it: the field, and what it is filtered by. */
  name: string;
  query: string;
  /** Who asks; each is a row of the table. */
  levels: readonly Level[];
  /** The same rows by hand, as the owner, for whom there are no rules. */
  floor: string;
}

const ALL = ['county', 'town', 'village', 'department'] as const;
const OFFICE = ['county'] as const;
const AREAS = ['county', 'town', 'village'] as const;
const { villages } = placesOf();
const [VILLAGE] = villages;
const TOWN = VILLAGE?.slice(0, 9);

const CASE = 'number stage path kind areaCode title receivedAt resolutionDueAt card';
const cases = (name: string, filter: string, where: string, levels: readonly Level[] = ALL): List => ({
  ...{ service: 'cases', name: `cases${name}`, levels },
  query: `{ cases(first: 50, filter: {${filter}}) { ${CASE} } }`,
  floor: `select * from cases.case_file where $WITHIN ${where} order by received_at desc, number desc limit 50`,
});
const tasks = (name: string, filter: string, where: string): List => ({
  ...{ service: 'cases', name: `myTasks${name}`, levels: ALL },
  query: `{ myTasks(first: 50, filter: {${filter}}) { id kind state dueAt caseNumber } }`,
  floor: `select t.* from cases.task t where $TASKS and state in ('open', 'accepted') ${where} order by due_at, id limit 50`,
});

const OF_CASES: List[] = [
  cases('', '', ''),
  cases(', handling', 'stages: [handling]', `and stage = 'handling'`),
  cases(', of a town', `areaCode: "${TOWN}"`, `and area_code like '${TOWN}%'`, ['county', 'town', 'department']),
  cases(', red cards', 'card: red', `and card = 'red'`),
  cases(', overdue', 'overdue: true', 'and (response_overdue or resolution_overdue)'),
  cases(', suspended', 'paused: suspended', `and paused = 'suspended'`),
  cases(', by source reference', 'sourceReference: "T999983"', `and source_reference = 'T999983'`),
  tasks('', '', ''),
  tasks(', due soon', 'kind: handle', `and kind = 'handle'`),
  {
    ...{ service: 'cases', name: 'mailbox', levels: ALL },
    query: '{ mailbox(first: 50) { id type title sentAt caseNumber } }',
    floor: `select * from cases.mailbox where case_number like '${COUNTY}-%' order by id desc limit 50`,
  },
  {
    ...{ service: 'cases', name: 'caseChanges, from the start', levels: ALL },
    query: '{ caseChanges(first: 100) { entries { caseNumber type at } cursor hasMore } }',
    floor: `select * from cases.timeline_entry where county_code = '${COUNTY}' order by xid, seq limit 100`,
  },
];

const STUCK = 'items { case { number title stage area { code } } reason { kind since nextStep nextBy zh } } cursor';
const stuck = (name: string, filter: string, where: string): List => ({
  ...{ service: 'cases', name: `stuckCases${name}`, levels: ['county', 'town'] },
  query: `{ stuckCases(first: 50, filter: {${filter}}) { ${STUCK} } }`,
  floor: `select * from cases.case_reason where $WITHIN ${where} order by since, case_number limit 50`,
});
const counts = (by: string): List => ({
  ...{ service: 'cases', name: `stuckCounts by ${by}`, levels: ['county', 'town'] },
  query: `{ stuckCounts(by: ${by}, filter: {}) { count machine } }`,
  floor: `select kind, count(*) from cases.case_reason where $WITHIN group by kind limit 50`,
});
/** Open cases with why they stand: a tenth of all. */
const OF_SUPERVISION: List[] = [
  stuck('', '', ''),
  stuck(', overdue', 'kinds: [overdue]', `and kind = 'overdue'`),
  stuck(', the machine’s', 'isMachine: true', 'and is_machine'),
  stuck(', of a unit', `unitCode: "${COUNTY}-d01"`, `and unit_code = '${COUNTY}-d01'`),
  stuck(', a week old', 'fromDays: 7', `and since <= now() - interval '7 days'`),
  ...['reason', 'place', 'unit', 'age'].map(counts),
];

const PERSON = `from identity.person p where home_code = '${COUNTY}'`;
const people = (name: string, filter: string, floor: string, levels: readonly Level[] = ALL): List => ({
  ...{ service: 'identity', name: `people${name}`, levels, floor },
  query: `{ people(first: 50, filter: {${filter}}) { nodes { id name username state } endCursor hasNextPage } }`,
});
const OF_IDENTITY: List[] = [
  people('', '', `select * ${PERSON} order by name, id limit 50`),
  people(', secretaries', 'role: villageSecretary', `select p.* ${PERSON} and exists (select from identity.position o where o.person_id = p.id and role = 'villageSecretary') order by name, id limit 50`),
  people(', part of a name', 'search: "建军"', `select * ${PERSON} and words like '%建军%' order by name, id limit 50`),
  people(', one character', 'search: "王"', `select * ${PERSON} and words like '%王%' order by name, id limit 50`),
];

const lists = (service: Service, rows: readonly [name: string, query: string, floor: string, levels?: readonly Level[]][]): List[] =>
  rows.map(([name, query, floor, levels = OFFICE]) => ({ service, name, query, floor, levels }));

const C = `county_code = '${COUNTY}'`;
const OF_DEPARTMENTS = lists('departments', [
  ['units', `{ units(first: 50, filter: {areaCode: "${COUNTY}"}) { code name kind } }`, `select * from departments.unit where area_code like '${COUNTY}%' order by code limit 50`, ALL],
  ['units, part of a name', `{ units(first: 50, filter: {search: "测试县1"}) { code name kind } }`, `select * from departments.unit where name like '%测试县1%' order by code limit 50`],
  ['categoryList', `{ categoryList(first: 50, filter: {county: "${COUNTY}"}) { code zh } }`, `select * from departments.category where ${C} order by code limit 50`, ALL],
  ['categoryList, part of a name', `{ categoryList(first: 50, filter: {county: "${COUNTY}", search: "消防"}) { code zh } }`, `select * from departments.category where ${C} and zh like '%消防%' order by code limit 50`],
  ['powers', `{ powers(first: 50, filter: {county: "${COUNTY}"}) { code name level } }`, `select * from departments.power where ${C} order by code limit 50`, ALL],
  ['powers, part of a name', `{ powers(first: 50, filter: {county: "${COUNTY}", search: "噪声"}) { code name level } }`, `select * from departments.power where ${C} and name like '%噪声%' order by code limit 50`],
  ['routingRules', `{ routingRules(first: 50, filter: {countyCode: "${COUNTY}"}) { id areaCode reason } }`, `select * from departments.routing_rule where ${C} order by made_at desc, id desc limit 50`],
  ['routingDecisions', `{ routingDecisions(first: 50, filter: {countyCode: "${COUNTY}"}) { id kind decidedAt } }`, `select * from departments.routing_decision where ${C} order by decided_at desc, id desc limit 50`],
  ['responseTemplates', `{ responseTemplates(first: 50, filter: {countyCode: "${COUNTY}"}) { id name } }`, `select * from departments.response_template where ${C} order by name, id limit 50`, ['county', 'department']],
  ['openConsultations', `{ openConsultations(first: 50, filter: {countyCode: "${COUNTY}"}) { number question } }`, `select * from departments.consultation where ${C} and is_open and answered_at is not null order by answered_at desc, id desc limit 50`, ALL],
  ['openConsultations, searched', `{ openConsultations(first: 50, filter: {countyCode: "${COUNTY}", search: "医保"}) { number question } }`, `select * from departments.consultation where ${C} and is_open and answered_at is not null and question like '%医保%' order by answered_at desc, id desc limit 50`],
  ['consultationDesk', `{ consultationDesk(first: 50, filter: {countyCode: "${COUNTY}"}) { number question } }`, `select * from departments.consultation where ${C} and state = 'waiting' order by waiting_since, id limit 50`],
]);

const under = (table: string, column: string, order: string): string => `select * from grids.${table} where ${column} like '${COUNTY}%' order by ${order} limit 50`;
const DAY = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const MONTH_AGO = new Date(Date.now() - 29 * 86_400_000).toISOString().slice(0, 10);
const OF_GRIDS = lists('grids', [
  ['households', `{ households(under: "$AREA", first: 50) { items { id door building people } endCursor } }`, under('household', 'grid_code', 'grid_code, id'), AREAS],
  ['households, part of a door', `{ households(under: "$AREA", search: "12", first: 50) { items { id door } endCursor } }`, `select * from grids.household where grid_code like '${COUNTY}%' and search like '%' || grids.tripled('12') || '%' order by grid_code, id limit 50`, AREAS],
  ['qrPoints', `{ qrPoints(under: "$AREA", first: 50) { items { code label } endCursor } }`, under('qr_point', 'area_code', 'area_code, code'), AREAS],
  ['patrolRounds, a day', `{ patrolRounds(under: "$AREA", day: "${DAY}", first: 50) { items { gridCode slot state } endCursor } }`, `select * from grids.patrol_round where ${C} and day = '${DAY}' order by grid_code, slot limit 50`, AREAS],
  ['patrolRounds, missed', `{ patrolRounds(under: "$AREA", day: "${DAY}", state: missed, first: 50) { items { gridCode slot state } endCursor } }`, `select * from grids.patrol_round where ${C} and day = '${DAY}' and state = 'missed' order by grid_code, slot limit 50`, AREAS],
  ['patrolFindings, a month', `{ patrolFindings(under: "$AREA", from: "${MONTH_AGO}", to: "${DAY}", first: 50) { items { id text } endCursor } }`, under('patrol_finding', 'grid_code', 'found_at, id'), AREAS],
  ['areas, villages', `{ areas(under: "$AREA", level: village) { code name } }`, `select * from grids.area where code like '${COUNTY}%' and length(code) = 12`, AREAS],
]);

const OF_EVALUATIONS = lists('evaluations', [
  ['callBacks, due', `{ callBacks(countyCode: "${COUNTY}", level: county, first: 50) { id caseNumber state dueAt } }`, `select * from evaluations.call_back where ${C} and level = 'county' and state in ('due', 'later') and due_at <= now() order by due_at, id limit 50`],
  ['callBacks, done', `{ callBacks(countyCode: "${COUNTY}", level: county, states: [done], first: 50) { id caseNumber state dueAt } }`, `select * from evaluations.call_back where ${C} and level = 'county' and state = 'done' order by due_at, id limit 50`],
  ['callBackSamples', `{ callBackSamples(countyCode: "${COUNTY}") { id seed size } }`, `select * from evaluations.call_back_sample where ${C} order by drawn_at desc, id limit 20`],
  ['figureCounts', `{ figureCounts(countyCode: "${COUNTY}") { id month version } }`, `select * from evaluations.figure_count where ${C} order by month desc, version desc limit 20`],
  ['accountabilities', `{ accountabilities(countyCode: "${COUNTY}", first: 50) { id month state } }`, `select * from evaluations.accountability where ${C} order by month desc, id limit 50`],
  ['accountabilities, accepted', `{ accountabilities(countyCode: "${COUNTY}", filter: {states: [accepted]}, first: 50) { id month state } }`, `select * from evaluations.accountability where ${C} and state = 'accepted' order by month desc, id limit 50`],
  ['figureCases', `{ figureCases(countId: "$COUNT", scope: {kind: county, code: "${COUNTY}"}, measure: satisfied, part: numerator, first: 50) { caseNumber verdict } }`, `select * from evaluations.counted_case where count_id = '$COUNT' and scope = 'county:${COUNTY}' and substr(verdicts, 6, 1) = 'y' order by case_number limit 50`],
]);

/** The first page of every list that an office uses, also filtered and by part of a word. `$AREA` is the caller's own area. */
export const LISTS: readonly List[] = [...OF_EVALUATIONS, ...OF_SUPERVISION, ...OF_CASES, ...OF_DEPARTMENTS, ...OF_GRIDS, ...OF_IDENTITY];

const D01 = `${COUNTY}-d01`;
/** The rows that are each level's, by hand. */
export const WITHIN: Record<Level, string> = {
  county: `county_code = '${COUNTY}'`,
  town: `area_code like '${TOWN}%'`,
  village: `area_code like '${VILLAGE}%'`,
  department: `number in (select case_number from cases.task where unit_code = '${D01}')`,
};
export const TASKS: Record<Level, string> = {
  county: `area_code = '${COUNTY}' and 'countyCentre' = any(roles)`,
  town: `area_code like '${TOWN}%' and 'townCentre' = any(roles)`,
  village: `area_code like '${VILLAGE}%' and 'villageSecretary' = any(roles)`,
  department: `unit_code = '${D01}'`,
};

/** Where each level's people are at home. */
export const AREA_OF: Record<Level, string> = { county: COUNTY, town: TOWN ?? '', village: VILLAGE ?? '', department: COUNTY };
