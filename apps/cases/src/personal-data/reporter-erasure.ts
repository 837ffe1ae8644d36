import type { ErasureInput, ForgottenReporter } from '@yiwang/contracts/erasure';
import { recordAudit, type AuditEntry } from '@yiwang/platform/audit';
import { PERSONAL_DATA_SYSTEM, type PersonalData } from '@yiwang/platform/personal-data';
import { asSystem } from '@yiwang/platform/row-scope';
import type { DataSource, EntityManager } from 'typeorm';
import { subjectOf } from './reporters.js';

const CLEARED = `reporter_key = null, reporter_name_sealed = null, reporter_phone_sealed = null,
  reporter_reference_sealed = null, reporter_name_index = null, reporter_phone_index = null`;

/** Cases whose reporter's key is gone: `$1` business time. */
const CLEAR_OF_KEYS = `
update case_file set ${CLEARED}, reporter_erased_at = $1 where reporter_key = any($2::uuid[]) returning number`;

/** `$2` the county, `$3` closed until when, `$4` how many. */
const CLEAR_EXPIRED = `
with due as materialized (
  select number, reporter_key as key from case_file
  where county_code = $2 and closed_at <= $3 and reporter_key is not null order by closed_at limit $4 for update skip locked)
update case_file c set ${CLEARED}, reporter_erased_at = $1 from due where c.number = due.number returning c.number, due.key`;

const OLDEST_KEPT = `
select county_code as "countyCode", min(closed_at) as "closedAt" from case_file
where reporter_key is not null and closed_at is not null group by county_code`;

const UNUSED = `
select k.id from unnest($1::uuid[]) k(id) where not exists (select from case_file c where c.reporter_key = k.id)`;

/** Named in a case that another process wrote while the key was being destroyed. */
const LATE = `
select distinct k.id from personal_key k join case_file c on c.reporter_key = k.id where k.destroyed_at is not null`;

/** Made for a case that was then refused, or that stood already under its key. */
const DROP_NEVER_USED = `
delete from personal_key k where k.destroyed_at is null and k.created_at < now() - interval '1 day'
and not exists (select from case_file c where c.reporter_key = k.id)`;

const BATCH = 500;
const SYSTEM = { kind: 'system' } as const;

/** Makes cases forget who reported them; what was said and done, and every figure, stays. */
export class ReporterErasure {
  constructor(
    private readonly dataSource: DataSource,
    private readonly personal: PersonalData,
    private readonly now: () => Date,
  ) {}

  /** Everything of one resident, from now on and in every copy that needs their key. Repeating it finds nothing more. */
  forget({ erasureId, residentId, countyCode, subject, phoneIndexes }: ErasureInput): Promise<ForgottenReporter> {
    const subjects = [
      ...(subject === null ? [] : [subjectOf.account(subject)]),
      ...phoneIndexes.map((index) => subjectOf.phone(Buffer.from(index, 'hex'))),
    ];
    return this.transaction(async (manager) => {
      const keys = await this.personal.keys.destroy(manager, subjects);
      const cases = await this.clear(manager, keys);
      if (keys.length > 0) {
        const target = { type: 'resident', id: residentId, countyCode };
        const details = { erasure: erasureId, keys: keys.join(' '), cases: cases.join(' ') };
        await this.record(manager, { operation: 'forgetReporter', target, details });
      }
      return { cases: cases.length };
    });
  }

  /**
   * The daily pass: forgets who reported cases that have been closed for the county's years, by the policy in force now.
   * @param yearsOf of a county. @returns how many cases.
   */
  async forgetExpired(yearsOf: (countyCode: string) => Promise<number>): Promise<number> {
    let cases = await this.sweep();
    const kept = await asSystem(PERSONAL_DATA_SYSTEM, () =>
      this.dataSource.query<{ countyCode: string; closedAt: Date }[]>(OLDEST_KEPT),
    );
    for (const { countyCode, closedAt } of kept) {
      const until = yearsBefore(this.now(), await yearsOf(countyCode));
      if (closedAt > until) continue;
      for (let cleared = BATCH; cleared === BATCH; cases += cleared) cleared = await this.expire(countyCode, until);
    }
    return cases;
  }

  private expire(countyCode: string, until: Date): Promise<number> {
    return this.transaction(async (manager) => {
      const [due] = await manager.query<[{ number: string; key: string }[], number]>(CLEAR_EXPIRED, [
        ...[this.now(), countyCode, until, BATCH],
      ]);
      if (due.length === 0) return 0;
      const keys = [...new Set(due.map(({ key }) => key))];
      // Whoever has reported something since keeps their key for that.
      const unused = await manager.query<{ id: string }[]>(UNUSED, [keys]);
      await this.personal.keys.destroyKeys(manager, unused.map(({ id }) => id));
      const numbers = due.map(({ number }) => number);
      const target = { type: 'cases', id: numbers[0]!, countyCode };
      await this.record(manager, { operation: 'forgetExpiredReporters', target, details: { cases: numbers.join(' ') } });
      return due.length;
    });
  }

  private sweep(): Promise<number> {
    return this.transaction(async (manager) => {
      await manager.query(DROP_NEVER_USED);
      const late = await manager.query<{ id: string }[]>(LATE);
      return (await this.clear(manager, late.map(({ id }) => id))).length;
    });
  }

  private async clear(manager: EntityManager, keys: readonly string[]): Promise<string[]> {
    if (keys.length === 0) return [];
    const [cases] = await manager.query<[{ number: string }[], number]>(CLEAR_OF_KEYS, [this.now(), keys]);
    return cases.map(({ number }) => number);
  }

  private record(manager: EntityManager, entry: Omit<AuditEntry, 'caller'>): Promise<void> {
    return recordAudit(manager, { ...entry, caller: SYSTEM });
  }

  private transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return asSystem(PERSONAL_DATA_SYSTEM, () => this.dataSource.transaction(work));
  }
}

function yearsBefore(instant: Date, years: number): Date {
  const before = new Date(instant);
  before.setUTCFullYear(before.getUTCFullYear() - years);
  return before;
}
