import type { WorkingCalendar } from '@yiwang/domain/calendar';
import type { Caller } from '@yiwang/platform/auth';
import { askSubgraph } from '@yiwang/platform/graphql';

interface ShownCalendar {
  version: number;
  years: number[];
  periods: { from: string; until: string }[];
  weekdays: number[];
  days: { date: string; kind: 'off' | 'work' | 'periods'; periods: { from: string; until: string }[] }[];
}

const CALENDAR = `query ($county: String!) { workingCalendar(countyCode: $county) {
  version years periods { from until } weekdays days { date kind periods { from until } } } }`;

const START = `mutation ($input: StartCaseInput!) { startCase(input: $input) { case { number } pickupCode } }`;

/** What the cases service is asked for, as the caller: a county's working calendar, and to start a case. */
export class CasesGraph {
  constructor(private readonly url: string) {}

  /** The county's calendar in force, with what is its own. @throws AppError SERVICE_UNAVAILABLE */
  async calendarOf(countyCode: string, caller: Caller): Promise<WorkingCalendar> {
    const { workingCalendar } = await askSubgraph<{ workingCalendar: ShownCalendar }>(this.url, CALENDAR, { county: countyCode }, caller);
    const periodsOf = (periods: ShownCalendar['periods']) => periods.map(({ from, until }) => [from, until] as const);
    const days = workingCalendar.days.map(({ date, kind, periods }) => [date, kind === 'periods' ? periodsOf(periods) : kind] as const);
    return { ...workingCalendar, periods: periodsOf(workingCalendar.periods), days: Object.fromEntries(days) };
  }

  /** @throws AppError whatever the cases service refuses with; SERVICE_UNAVAILABLE */
  async startCase(input: Record<string, unknown>, caller: Caller): Promise<{ number: string; pickupCode: string | null }> {
    const { startCase } = await askSubgraph<{ startCase: { case: { number: string }; pickupCode: string | null } }>(this.url, START, { input }, caller);
    return { number: startCase.case.number, pickupCode: startCase.pickupCode };
  }
}
