import { randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { drawSample } from '@yiwang/domain/figures';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork, type AuditedOperation } from '@yiwang/platform/database';
import { AppError } from '@yiwang/platform/errors';
import { BusinessClock } from '@yiwang/platform/time';
import { DataSource } from 'typeorm';
import { pageSize, readCursor, uuidOr } from '../access/page.js';
import { AssessmentStanding, countyCodeOf } from '../access/standing.js';
import type { CallBackSample, DrawSampleInput } from './call-back.types.js';

const COLUMNS = `id, county_code as "countyCode", seed, size, population, closed_from as "closedFrom", closed_until as "closedUntil",
  drawn_at as "drawnAt"`;
const POPULATION = `
select case_number as "caseNumber" from case_fact where county_code = $1 and closed_at >= $2 and closed_at < $3
  and closed_as in ('rated', 'notRated', 'roundsExhausted')`;
const ADD_SAMPLE = `
insert into call_back_sample (id, county_code, seed, size, closed_from, closed_until, population, drawn_by, drawn_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning ${COLUMNS}`;
const ADD_CALLS = `
insert into call_back (id, case_number, county_code, area_code, round, level, sample_id, due_at)
select gen_random_uuid(), case_number, county_code, area_code, round, 'city', $2, $3 from case_fact where case_number = any($1)
on conflict (case_number, round, level) do nothing`;

/** The city's samples (抽样回访): drawn by a seed that is kept, so that anybody can draw them again. */
@Injectable()
export class SamplesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly standing: AssessmentStanding,
    private readonly clock: BusinessClock,
  ) {}

  /** @throws AppError INPUT_INVALID, TIME_INVALID, AREA_OUTSIDE_JURISDICTION */
  draw(input: DrawSampleInput, caller: Caller): Promise<CallBackSample> {
    const operation: AuditedOperation = { operation: 'drawSample', caller, target: null };
    return this.unitOfWork.attempt(operation, async () => {
      const county = countyCodeOf(input.countyCode);
      operation.target = { type: 'sample', id: county, countyCode: county };
      operation.positions = [(await this.standing.actsFor(county, ['cityCentre'], caller)).id];
      const seed = input.seed ?? randomBytes(12).toString('hex');
      if (!/^[\x21-\x7e]{1,64}$/.test(seed)) throw invalid('seed', '1–64 个可见字符 / 1 to 64 visible ASCII characters');
      if (input.size < 1 || input.size > 1_000) throw invalid('size', '1–1000');
      const now = this.clock.now();
      if (input.closedUntil > now) throw new AppError('TIME_INVALID', { field: 'closedUntil', expected: '不晚于现在 / not after now' });
      if (input.closedFrom >= input.closedUntil) throw new AppError('TIME_INVALID', { field: 'closedFrom', expected: '早于 closedUntil / before closedUntil' });
      const population = await this.dataSource.query<{ caseNumber: string }[]>(POPULATION, [county, input.closedFrom, input.closedUntil]);
      const drawn = drawSample(population.map(({ caseNumber }) => caseNumber), input.size, seed);
      const id = randomUUID();
      operation.target = { type: 'sample', id, countyCode: county };
      operation.details = { seed, size: input.size, population: population.length };
      return this.unitOfWork.run(operation, async (manager) => {
        const row = [id, county, seed, input.size, input.closedFrom, input.closedUntil, population.length, caller.subject, now];
        const [sample] = await manager.query<CallBackSample[]>(ADD_SAMPLE, row);
        if (drawn.length > 0) await manager.query(ADD_CALLS, [drawn, id, now]);
        return sample!;
      });
    });
  }

  /** The newest first. @throws AppError CURSOR_INVALID, AREA_OUTSIDE_JURISDICTION */
  async page(countyCode: string, after: string | null, first: number, caller: Caller): Promise<CallBackSample[]> {
    const county = countyCodeOf(countyCode);
    await this.standing.readsCounty(county, caller);
    const [id] = readCursor(after, /^([0-9a-f-]{36})$/) ?? [];
    return this.dataSource.query<CallBackSample[]>(
      `select ${COLUMNS} from call_back_sample where county_code = $1 and ($2::uuid is null or (drawn_at, id) <
         (select drawn_at, id from call_back_sample where id = $2)) order by drawn_at desc, id desc limit $3`,
      [county, id === undefined ? null : uuidOr(id), pageSize(first)],
    );
  }
}

const invalid = (field: string, expected: string): AppError => new AppError('INPUT_INVALID', { field, expected });
