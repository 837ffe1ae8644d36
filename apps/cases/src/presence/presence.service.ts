import { Injectable } from '@nestjs/common';
import type { Caller } from '@yiwang/platform/auth';
import { DataSource } from 'typeorm';
import { CaseAccess } from '../case/case-access.js';
import type { Person } from '../case/case.types.js';

/** Whoever has not said so for longer is taken to be gone; a page says it every twenty seconds or so. */
const PRESENT_SECONDS = 45;

const BE_THERE = `
insert into case_presence (case_number, subject) values ($1, $2)
on conflict (case_number, subject) do update set seen_at = now()`;
const OTHERS = `
select subject as id from case_presence
where case_number = $1 and subject <> $2 and seen_at > now() - interval '${PRESENT_SECONDS} seconds'
order by subject`;

/** Who has the same case open: two who answer it beside each other are a conflict that a look would have spared. */
@Injectable()
export class PresenceService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly access: CaseAccess,
  ) {}

  /** @throws AppError CASE_NOT_FOUND */
  async beOn(number: string, caller: Caller): Promise<Person[]> {
    const found = await this.access.visible(number, caller);
    await this.dataSource.query(BE_THERE, [found.number, caller.subject]);
    return this.dataSource.query<Person[]>(OTHERS, [found.number, caller.subject]);
  }
}
