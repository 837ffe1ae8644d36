import { Injectable } from '@nestjs/common';
import type { LedgerEntry } from '@yiwang/contracts/case-flow';
import type { WorkingCalendar } from '@yiwang/domain/calendar';
import { explainDeadline, reckon, type Language } from '@yiwang/domain/clocks';
import { DataSource } from 'typeorm';
import { Calendars } from '../calendar/calendars.js';
import type { CaseRecord, CountedMark } from './case-details.types.js';
import type { CaseEntity } from './case.entity.js';

interface StoredEntry {
  caseNumber: string;
  seq: number;
  entry: LedgerEntry;
}
type StoredRecord = Omit<CaseRecord, 'data' | 'actor'> & { caseNumber: string; data: object; actorSubject: string | null };

const ENTRIES = `
select case_number as "caseNumber", seq, entry from clock_entry where case_number = any($1) order by case_number, seq`;
const MARKS = `
select case_number as "caseNumber", key, mark, clock, due_at as "dueAt", at, tier, roles, area_code as "areaCode",
  unit_code as "unitCode"
from case_mark where case_number = any($1) order by at, key`;
const RECORDS = `
select case_number as "caseNumber", kind, id, data, at, actor_subject as "actorSubject"
from case_record where case_number = any($1) order by at, kind, id`;

/** What lies behind a case's deadlines and its course, read for many cases at once. */
@Injectable()
export class CaseDetailsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly calendars: Calendars,
  ) {}

  ledgers(caseNumbers: readonly string[]): Promise<Map<string, StoredEntry[]>> {
    return this.byCase<StoredEntry>(ENTRIES, caseNumbers);
  }

  marks(caseNumbers: readonly string[]): Promise<Map<string, CountedMark[]>> {
    return this.byCase<CountedMark & { caseNumber: string }>(MARKS, caseNumbers);
  }

  async records(caseNumbers: readonly string[]): Promise<Map<string, CaseRecord[]>> {
    const found = await this.byCase<StoredRecord>(RECORDS, caseNumbers);
    const shown = ({ data, actorSubject, ...record }: StoredRecord): CaseRecord => ({
      ...record,
      data: JSON.stringify(data),
      actor: actorSubject === null ? null : { id: actorSubject },
    });
    return new Map([...found].map(([number, records]) => [number, records.map(shown)]));
  }

  /** In one sentence, which says the same instant as the field beside it; null while no clock has been started. */
  async explain(
    { countyCode, resolutionDueAt }: Pick<CaseEntity, 'countyCode' | 'resolutionDueAt'>,
    entries: readonly StoredEntry[],
    language: Language,
  ): Promise<string | null> {
    if (entries.length === 0) return null;
    const ledger = entries.map(({ entry }) => entry);
    return explainDeadline(ledger, await this.calendarOf(countyCode, ledger, resolutionDueAt), language);
  }

  /**
   * The calendar with which the workflow reckoned the stored deadline: the county's own, whoever leads. Mostly the one in
   * force; where another was loaded since, and the case was over or has not heard of it yet, the one before.
   */
  private async calendarOf(countyCode: string, ledger: readonly LedgerEntry[], dueAt: Date): Promise<WorkingCalendar> {
    const inForce = await this.calendars.inForce(countyCode);
    const gives = (calendar: WorkingCalendar): boolean =>
      Date.parse(reckon(ledger, calendar).clocks.resolution?.dueAt ?? '') === dueAt.getTime();
    if (gives(inForce)) return inForce;
    const before = (await this.calendars.before(countyCode)).map((calendars) => calendars.of());
    return before.find(gives) ?? inForce;
  }

  private async byCase<R extends { caseNumber: string }>(
    statement: string,
    caseNumbers: readonly string[],
  ): Promise<Map<string, R[]>> {
    const byCase = new Map(caseNumbers.map((number) => [number, [] as R[]]));
    for (const row of await this.dataSource.query<R[]>(statement, [caseNumbers])) byCase.get(row.caseNumber)?.push(row);
    return byCase;
  }
}
