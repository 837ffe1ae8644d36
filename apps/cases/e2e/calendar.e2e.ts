import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { SIGNALS } from '@yiwang/contracts/case-flow';
import { connectEngine } from '@yiwang/platform/engine';
import { doorTo, type Door } from '@yiwang/testing/door';
import type { TokenWishes } from '@yiwang/testing/keycloak';
import { startTimeSkipping } from '@yiwang/testing/time-skipping';
import { DataSource } from 'typeorm';
import { CalendarSignals } from '../src/calendar/calendar-signals.js';
import { Calendars } from '../src/calendar/calendars.js';
import { GRID, OTHER_TOWN, PAYLOAD_KEYS, casesStand, type Stand } from './stand.js';

const CALENDAR = `query ($county: String!, $unit: String) { workingCalendar(countyCode: $county, unitCode: $unit) {
  version years weekdays periods { from until } days { date kind periods { from until } }
  sources { countyCode unitCode version source loadedAt } } }`;
const PREVIEW = `query ($input: LoadCalendarInput!, $after: ID, $first: Int) { preview: previewWorkingCalendar(input: $input, after: $after, first: $first) {
  moved casesTold calendar { version years } deadlines { id caseNumber clock dueAt newDueAt wasProvisional isProvisional } } }`;
const LOAD = `mutation ($input: LoadCalendarInput!, $confirmMoved: Int!) {
  calendar: loadWorkingCalendar(input: $input, confirmMoved: $confirmMoved) { version years sources { countyCode unitCode version source } } }`;
const START = `mutation ($input: StartCaseInput!) { startCase(input: $input) { case { number } } }`;

interface Shown {
  version: number;
  years: number[];
  weekdays: number[];
  periods: { from: string; until: string }[];
  days: { date: string; kind: string; periods: object[] }[];
  sources: { countyCode: string; unitCode: string; version: number; source: string }[];
}
interface Preview {
  moved: number;
  casesTold: number;
  calendar: Shown;
  deadlines: { id: string; caseNumber: string; clock: string; dueAt: string; newDueAt: string; wasProvisional: boolean; isProvisional: boolean }[];
}

const NEW_YEAR_2027 = {
  years: [2027],
  days: [
    { date: '2027-01-01', kind: 'off' },
    { date: '2027-01-02', kind: 'off' },
    { date: '2027-01-03', kind: 'off' },
    { date: '2027-01-10', kind: 'work' },
  ],
  source: '县政府办关于2027年节假日安排的通知',
};

interface StartedClock {
  clock: string;
  startedAt: string;
  limit: object;
  unitCode?: string;
}

/** An open case of the county whose clocks were started with these limits. */
async function openCaseOf(cases: Stand, county: string, clocks: StartedClock[]): Promise<string> {
  const resident = { subject: randomUUID(), roles: ['resident' as const] };
  const input = { idempotencyKey: randomUUID(), text: `路灯不亮 ${randomUUID()}`, areaCode: GRID };
  const { data, errors } = await cases.ask<{ startCase: { case: { number: string } } }>(START, { input }, resident);
  if (!data?.startCase) throw new Error(JSON.stringify(errors));
  const { number } = data.startCase.case;
  await cases.sql('update case_file set county_code = $2, area_code = $2 where number = $1', [number, county]);
  for (const [seq, { clock, startedAt: at, limit, unitCode }] of clocks.entries()) {
    const holder = { tier: 'county', roles: ['departmentHandler'], areaCode: county, unitCode };
    const entry = { kind: 'start', at, rule: 1, clock, limit, holder };
    await cases.sql('insert into clock_entry (case_number, seq, entry) values ($1, $2, $3)', [number, seq, JSON.stringify(entry)]);
  }
  return number;
}

const fifteenDaysFrom = (startedAt: string, unitCode?: string) => [
  { clock: 'resolution', startedAt, limit: { amount: 15, unit: 'workingDays' }, unitCode },
];

describe('the working calendar', () => {
  let engine: Awaited<ReturnType<typeof startTimeSkipping>>;
  let door: Door;
  let client: ReturnType<typeof connectEngine>;
  let cases: Stand;
  beforeAll(async () => {
    engine = await startTimeSkipping();
    door = await doorTo(engine.address);
    client = connectEngine({ address: engine.address, namespace: 'default', codecKeys: PAYLOAD_KEYS });
    cases = await casesStand(door.address);
  }, 180_000);
  afterAll(async () => {
    await cases?.close();
    await client?.connection.close();
    await door?.close();
    await engine?.teardown();
  }, 60_000);

  /** Every test has counties of its own, so that none sees another's calendars or cases. */
  let lastCounty = 990_200;
  const newCounty = (): string => String((lastCounty += 1));
  const administrator = (county: string) => cases.staff(randomUUID(), 'administrator', county, 'administrator');
  const calendar = async (county: string, unit?: string): Promise<Shown> => {
    const { data, errors } = await cases.ask<{ workingCalendar: Shown }>(CALENDAR, { county, unit }, administrator(county));
    if (!data?.workingCalendar) throw new Error(JSON.stringify(errors));
    return data.workingCalendar;
  };
  const preview = async (input: object, as: TokenWishes, page: object = {}) => {
    const { data, errors } = await cases.ask<{ preview: Preview }>(PREVIEW, { input, ...page }, as);
    return { preview: data?.preview, refused: errors?.[0]?.extensions };
  };
  const load = async (input: object, confirmMoved: number, as: TokenWishes) => {
    const { data, errors } = await cases.ask<{ calendar: Shown }>(LOAD, { input, confirmMoved }, as);
    return { calendar: data?.calendar, refused: errors?.[0]?.extensions };
  };

  const openCase = (county: string, clocks: StartedClock[]): Promise<string> => openCaseOf(cases, county, clocks);
  const waiting = async (number: string): Promise<{ version: number }[]> =>
    cases.sql('select version from calendar_signal where case_number = $1', [number]);
  const until = async (look: () => Promise<boolean>): Promise<void> => {
    for (const begun = Date.now(); !(await look()); ) {
      if (Date.now() - begun > 30_000) throw new Error('What was waited for did not come');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };

  describe('in force', () => {
    it('is the nation’s of 2025 and 2026 where a county has none of its own, as it is shipped', async () => {
      const county = newCounty();
      const shown = await calendar(county);
      const shipped = JSON.parse(await readFile(new URL('../../../deploy/calendar/cn-2025-2026.json', import.meta.url), 'utf8')) as {
        source: string;
        years: number[];
        weekdays: number[];
        days: object;
        periods: object;
      };
      expect(shown).toMatchObject({ version: 1, years: shipped.years, weekdays: shipped.weekdays });
      expect(Object.fromEntries(shown.days.map(({ date, kind }) => [date, kind]))).toEqual(shipped.days);
      expect(shown.periods.map(({ from, until: end }) => [from, end])).toEqual(shipped.periods);
      expect(shown.sources).toMatchObject([{ countyCode: '', unitCode: '', version: 1, source: shipped.source }]);
    });

    it('lays a county’s over it and a unit’s over that', async () => {
      const county = newCounty();
      const admin = administrator(county);
      const unitCode = 'market-hall';
      const halfDay = { date: '2026-02-13', kind: 'periods', periods: [{ from: '09:00', until: '12:00' }] };
      await load({ countyCode: county, ...NEW_YEAR_2027 }, 0, admin);
      const own = { countyCode: county, unitCode, years: [2026], days: [halfDay], weekdays: [1, 2, 3, 4, 5, 6], source: '大厅公告' };
      expect((await load(own, 0, admin)).calendar).toMatchObject({ version: 3, years: [2025, 2026, 2027] });
      const [ofCounty, ofUnit, ofOther] = [await calendar(county), await calendar(county, unitCode), await calendar(county, 'another')];
      expect(ofCounty).toMatchObject({ version: 2, weekdays: [1, 2, 3, 4, 5] });
      expect(ofUnit.weekdays).toEqual([1, 2, 3, 4, 5, 6]);
      expect(ofUnit.days).toContainEqual(halfDay);
      expect(ofUnit.sources.map(({ countyCode, unitCode: unit }) => [countyCode, unit])).toEqual([['', ''], [county, ''], [county, unitCode]]);
      expect(ofOther).toEqual(ofCounty);
      expect((await calendar(newCounty())).version).toBe(1);
    });

    it('keeps what was loaded before unless it is given anew', async () => {
      const county = newCounty();
      const admin = administrator(county);
      const year = (date: string, more: object = {}) => ({ countyCode: county, years: [Number(date.slice(0, 4))], days: [{ date, kind: 'off' }], source: '通知', ...more });
      await load(year('2026-11-11', { periods: [{ from: '08:00', until: '16:00' }] }), 0, admin);
      await load(year('2027-01-01'), 0, admin);
      await load(year('2026-11-12'), 0, admin);
      const shown = await calendar(county);
      const dates = shown.days.map(({ date }) => date);
      expect([dates.includes('2026-11-11'), dates.includes('2026-11-12'), dates.includes('2027-01-01')]).toEqual([false, true, true]);
      expect(shown.periods).toEqual([{ from: '08:00', until: '16:00' }]);
      await load({ countyCode: county, years: [], days: [], periods: [], source: '恢复' }, 0, admin);
      expect((await calendar(county)).periods).toHaveLength(2);
    });

    it('is remembered for a minute unless told to forget, and by a worker for a moment only', async () => {
      const county = newCounty();
      const dataSource = cases.app.get(DataSource, { strict: false });
      const [forgetful, patient] = [new Calendars(dataSource, 1), new Calendars(dataSource)];
      const seen = async () => [(await forgetful.inForce(county)).version, (await patient.inForce(county)).version];
      expect(await seen()).toEqual([1, 1]);
      await load({ countyCode: county, ...NEW_YEAR_2027 }, 0, administrator(county));
      expect(await seen()).toEqual([2, 1]);
      patient.forget(county);
      expect(await seen()).toEqual([2, 2]);
    });
  });

  describe('loading a year', () => {
    it('shows beforehand every open deadline that would move, by pages, and changes nothing', async () => {
      const county = newCounty();
      const admin = administrator(county);
      const moving = await openCase(county, [
        ...fifteenDaysFrom('2026-12-18T02:00:00.000Z'),
        { clock: 'response', startedAt: '2026-12-18T02:00:00.000Z', limit: { amount: 24, unit: 'hours' } },
        { clock: 'tier', startedAt: '2026-12-31T07:30:00.000Z', limit: { amount: 4, unit: 'workingHours' } },
      ]);
      await openCase(county, fifteenDaysFrom('2026-11-23T02:00:00.000Z'));
      const closed = await openCase(county, fifteenDaysFrom('2026-12-18T02:00:00.000Z'));
      await cases.sql(`update case_file set closed_at = now() where number = $1`, [closed]);
      const elsewhere = await openCase(newCounty(), fifteenDaysFrom('2026-12-18T02:00:00.000Z'));

      const input = { countyCode: county, ...NEW_YEAR_2027 };
      const { preview: shown } = await preview(input, admin);
      expect(shown).toMatchObject({ moved: 2, casesTold: 1, calendar: { version: 2, years: [2025, 2026, 2027] } });
      const certainNow = { caseNumber: moving, wasProvisional: true, isProvisional: false };
      expect(shown?.deadlines).toEqual([
        { id: `${moving}/resolution`, clock: 'resolution', dueAt: '2027-01-08T09:30:00.000Z', newDueAt: '2027-01-10T09:30:00.000Z', ...certainNow },
        { id: `${moving}/tier`, clock: 'tier', dueAt: '2027-01-01T03:00:00.000Z', newDueAt: '2027-01-04T03:00:00.000Z', ...certainNow },
      ]);
      const [first] = shown?.deadlines ?? [];
      const pages = [await preview(input, admin, { first: 1 }), await preview(input, admin, { first: 1, after: first?.id })];
      expect(pages.flatMap((page) => page.preview?.deadlines)).toEqual(shown?.deadlines);
      expect((await preview(input, admin, { after: 'nothing' })).refused).toMatchObject({ code: 'CURSOR_INVALID' });
      expect((await preview(input, admin, { first: 5000 })).refused).toMatchObject({ code: 'INPUT_INVALID', field: 'first' });
      expect((await calendar(county)).version).toBe(1);
      expect([...(await waiting(moving)), ...(await waiting(elsewhere))]).toEqual([]);
    });

    it('tells the workflows of the cases that it concerns, and only those', async () => {
      const county = newCounty();
      const moving = await openCase(county, fifteenDaysFrom('2026-12-18T02:00:00.000Z'));
      const certain = await openCase(county, fifteenDaysFrom('2026-11-23T02:00:00.000Z'));
      const unstarted = await openCase(county, fifteenDaysFrom('2026-12-18T02:00:00.000Z'));
      const startWorkflow = (workflowId: string) => client.workflow.start('anything', { workflowId, taskQueue: 'nobody-polls-here' });
      for (const number of [moving, certain]) await startWorkflow(number);
      const admin = administrator(county);
      const input = { countyCode: county, ...NEW_YEAR_2027 };
      const { preview: shown } = await preview(input, admin);
      expect(shown?.casesTold).toBe(2);
      door.shut();
      const { calendar: loaded } = await load(input, shown!.moved, admin);
      expect(loaded).toMatchObject({ version: 2 });
      // Begun by a process that still remembers the old calendar.
      const late = await openCase(county, fifteenDaysFrom('2026-12-18T02:00:00.000Z'));
      await startWorkflow(late);
      await cases.sql('update calendar_news set tell_at = now()');
      await until(async () => (await waiting(moving)).length > 0);
      expect(await waiting(moving)).toEqual([{ version: 2 }]);
      expect(await waiting(certain)).toEqual([]);
      await until(async () => (await cases.sql('select 1 from calendar_signal where attempts > 0')).length > 0);
      door.open();
      await cases.sql('update calendar_signal set send_at = now()');
      await until(async () => (await waiting(moving)).length + (await waiting(unstarted)).length + (await waiting(late)).length === 0);
      const heard = async (number: string): Promise<string[]> =>
        ((await client.workflow.getHandle(number).fetchHistory()).events ?? []).flatMap(
          ({ workflowExecutionSignaledEventAttributes: signal }) => signal?.signalName ?? [],
        );
      for (const number of [moving, late]) expect([...new Set(await heard(number))]).toEqual([SIGNALS.calendarLoaded]);
      expect(await heard(certain)).toEqual([]);
    }, 120_000);

    it('is refused when other deadlines would move than were confirmed, and audited when it is done', async () => {
      const county = newCounty();
      const admin = administrator(county);
      const input = { countyCode: county, ...NEW_YEAR_2027 };
      const unitInput = { ...input, unitCode: 'bureau', years: [2026], days: [{ date: '2026-12-22', kind: 'off' }] };
      await openCase(county, fifteenDaysFrom('2026-11-30T02:00:00.000Z'));
      const ofBureau = [
        await openCase(county, fifteenDaysFrom('2026-11-30T02:00:00.000Z', 'bureau')),
        await openCase(county, fifteenDaysFrom('2026-12-10T02:00:00.000Z', 'bureau')),
      ];
      const dayOff = { countyCode: county, years: [2026], days: [{ date: '2026-12-01', kind: 'off' }], source: '停电' };
      expect((await preview(dayOff, admin)).preview?.moved).toBe(2);
      expect((await load(dayOff, 3, admin)).refused).toMatchObject({ code: 'CALENDAR_PREVIEW_STALE', expected: 3, actual: 2 });
      expect((await load(dayOff, 2, admin)).calendar).toMatchObject({ version: 2 });
      expect((await load(dayOff, 2, admin)).refused).toMatchObject({ code: 'CALENDAR_PREVIEW_STALE', actual: 0 });
      // The unit's own day off moves what it holds and nothing else.
      const { preview: ofUnit } = await preview(unitInput, admin);
      expect(ofUnit?.deadlines.map(({ caseNumber, isProvisional }) => [caseNumber, isProvisional])).toEqual([
        [ofBureau[0], false],
        [ofBureau[1], true],
      ]);
      const audited = await cases.sql<Record<string, unknown>>(
        `select target_id, county_code, positions, details from audit_entry where operation = 'loadWorkingCalendar' and actor_subject = $1`,
        [admin.subject],
      );
      expect(audited).toEqual([
        {
          target_id: `${county}/1`,
          county_code: county,
          positions: [`position-of-${admin.subject}`],
          details: { version: 2, years: [2026], moved: 2, casesTold: 2 },
        },
      ]);
    });

    it('is for administrators of the county', async () => {
      const county = newCounty();
      const input = { countyCode: county, ...NEW_YEAR_2027 };
      expect((await load(input, 0, administrator(newCounty()))).refused).toMatchObject({ code: 'AREA_OUTSIDE_JURISDICTION', value: county });
      expect((await preview(input, administrator(newCounty()))).refused).toMatchObject({ code: 'AREA_OUTSIDE_JURISDICTION' });
      expect((await load(input, 0, cases.staff(randomUUID(), 'countyCentre', county, 'countyCentre'))).refused).toMatchObject({ code: 'FORBIDDEN' });
      expect((await load({ ...input, countyCode: OTHER_TOWN }, 0, administrator(county))).refused).toMatchObject({ code: 'AREA_UNKNOWN', field: 'countyCode' });
      const city = cases.staff(randomUUID(), 'administrator', county.slice(0, 4), 'administrator');
      expect((await load(input, 0, city)).calendar).toMatchObject({ version: 2 });
    });

    it.each([
      ['a date that does not exist', { days: [{ date: '2027-02-30', kind: 'off' }] }, 'days.2027-02-30'],
      ['a date of a year that is not given', { days: [{ date: '2026-02-03', kind: 'off' }] }, 'days.2026-02-03'],
      ['a date twice', { days: [{ date: '2027-01-01', kind: 'off' }, { date: '2027-01-01', kind: 'work' }] }, 'days.2027-01-01'],
      ['a half day without periods', { days: [{ date: '2027-01-04', kind: 'periods' }] }, 'days.2027-01-04'],
      ['a day off with periods', { days: [{ date: '2027-01-04', kind: 'off', periods: [] }] }, 'days.2027-01-04'],
      ['periods out of order', { periods: [{ from: '13:00', until: '17:00' }, { from: '09:00', until: '12:00' }] }, 'periods[1]'],
      ['an eighth weekday', { weekdays: [8] }, 'weekdays'],
      ['a year that is none', { years: [2027, 3000] }, 'years'],
      ['no source', { source: ' ' }, 'source'],
      ['a unit’s date of a year that its county does not know', { unitCode: 'bureau' }, 'days.2027-01-01'],
    ])('refuses %s', async (_, over, field) => {
      const county = newCounty();
      const { refused } = await preview({ countyCode: county, ...NEW_YEAR_2027, ...over }, administrator(county));
      expect(refused).toMatchObject({ code: 'CALENDAR_INVALID', field });
    });

    it('keeps every calendar that ever was', async () => {
      const mayChange = await cases.sql<{ may: boolean }>(
        `select has_table_privilege('yiwang_cases', 'cases.work_calendar', 'update, delete, truncate') as may`,
      );
      expect(mayChange).toEqual([{ may: false }]);
    });
  });
});

describe('a year that the nation’s calendar learns with a release', () => {
  let cases: Stand;
  beforeAll(async () => {
    cases = await casesStand();
  }, 120_000);
  afterAll(() => cases?.close());

  it('is told to the open cases of every county', async () => {
    const clocks = fifteenDaysFrom('2026-12-18T02:00:00.000Z');
    const numbers = [await openCaseOf(cases, '990301', clocks), await openCaseOf(cases, '990302', clocks)];
    await openCaseOf(cases, '990301', fifteenDaysFrom('2026-11-23T02:00:00.000Z'));
    await cases.sql(`insert into work_calendar (version, years, periods, weekdays, days, source)
      select 2, years || 2027, periods, weekdays, days || '{"2027-01-01":"off"}', 'a test' from work_calendar`);
    await cases.sql(`insert into calendar_news values ('', '', 2, now())`);
    cases.app.get(CalendarSignals, { strict: false }).wake();
    let told: object[] = [];
    for (const begun = Date.now(); told.length < 2 && Date.now() - begun < 20_000; ) {
      told = await cases.sql('select case_number, version from calendar_signal order by 1');
    }
    expect(told).toEqual(numbers.sort().map((case_number) => ({ case_number, version: 2 })));
  });
});
