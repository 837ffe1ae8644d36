import { Injectable } from '@nestjs/common';
import type { Intervener, InterventionParameters } from '@yiwang/contracts/interventions';
import { INTERVENTION_RULES, MOST_CASES, needsSecond, type Intervening, type Intervention } from '@yiwang/domain/interventions';
import { acting, PositionDirectory, type Caller } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import { DataSource } from 'typeorm';
import { BusinessTime } from '../business-time.js';
import { CasesService } from '../case/cases.service.js';
import { Policies } from '../policies/policies.js';
import { limitOf, Parts } from '../work/parts.js';
import { ChosenResets } from './chosen-reset.js';
import type { InterventionInput } from './interventions.types.js';
import { KnownCases, markOf, UNSEEN_MARK, type Asked, type KnownCase } from './known-cases.js';

export interface Looked {
  number: string;
  /** Null for one that the caller does not see. */
  known: KnownCase | null;
  verdict: Intervening | { ok: false; code: 'CASE_NOT_FOUND'; details: Record<string, string> };
  mark: string;
}

export interface Selection {
  asked: Asked;
  by: Intervener;
  looked: Looked[];
  allowed: (Looked & { known: KnownCase })[];
  secondPersonAbove: number;
  /** Whether somebody else has to agree, counted together with so many cases begun before. */
  isForTwo(begunBefore: number): boolean;
}

/** Which cases somebody means, what the rules say of each, and whether one person is enough. */
@Injectable()
export class Selecting {
  readonly known: KnownCases;

  constructor(
    dataSource: DataSource,
    private readonly policies: Policies,
    time: BusinessTime,
    private readonly cases: CasesService,
    private readonly positions: PositionDirectory,
    private readonly parts: Parts,
    private readonly resets: ChosenResets,
  ) {
    this.known = new KnownCases(dataSource, policies, time);
  }

  /** @throws AppError BATCH_EMPTY, INTERVENTION_TOO_LARGE, and what is wrong with the parameters */
  async of(input: InterventionInput, caller: Caller): Promise<Selection> {
    const numbers = [...new Set(input.numbers)].toSorted();
    if (numbers.length === 0) throw new AppError('BATCH_EMPTY', { field: 'numbers' });
    if (numbers.length > MOST_CASES) throw new AppError('INTERVENTION_TOO_LARGE', { field: 'numbers', limit: MOST_CASES, actual: numbers.length });
    if (INTERVENTION_RULES[input.kind].isLastResort && numbers.length > 1) throw new AppError('INPUT_INVALID', { field: 'numbers', expected: '只能选一件 / exactly one case' });
    const visible = await this.cases.manyVisible(numbers, caller);
    const [some] = visible.values();
    const parameters = input.kind === 'reset' ? await this.resets.parametersOf(input.reset, numbers, some !== undefined) : await this.parametersOf(input, some?.countyCode ?? '', caller);
    return this.look({ kind: input.kind, numbers, parameters }, new Set(visible.keys()), caller);
  }

  /** Of cases that the caller sees; each may have parameters of its own. */
  async look(asked: Asked, visible: ReadonlySet<string>, caller: Caller, own: ReadonlyMap<string, InterventionParameters> = new Map()): Promise<Selection> {
    const held = acting(await this.positions.positionsOf(caller));
    const positions = held.map(({ id, role, areaCode, unitCode, actingForId }) => ({ id, role, areaCode, unitCode, ...(actingForId ? { actingForId } : {}) }));
    const by: Intervener = { subject: caller.subject ?? '', positions };
    const known = await this.known.of([...visible]);
    const looked = asked.numbers.map((number) => this.lookAt(asked.kind, number, known.get(number), by, own.get(number) ?? asked.parameters));
    const allowed = looked.filter((one): one is Looked & { known: KnownCase } => one.verdict.ok && one.known !== null);
    const counties = [...new Set(allowed.map((one) => one.known.countyCode))];
    const above = await Promise.all(counties.map(async (county) => (await this.policies.rulesInForce(county)).interventions.secondPersonAbove));
    const secondPersonAbove = Math.min(...above, MOST_CASES);
    return { asked, by, looked, allowed, secondPersonAbove, isForTwo: (begun) => needsSecond(asked.kind, allowed.length + begun, secondPersonAbove) };
  }

  private lookAt(kind: Intervention, number: string, known: KnownCase | undefined, by: Intervener, given: InterventionParameters): Looked {
    if (known === undefined) return { number, known: null, verdict: { ok: false, code: 'CASE_NOT_FOUND', details: { value: number } }, mark: UNSEEN_MARK };
    const { verdict } = this.known.verdict(kind, by, known, given);
    return { number, known, verdict, mark: markOf(known, verdict) };
  }

  private async parametersOf({ kind, path, by, reviewAt, to }: InterventionInput, countyCode: string, caller: Caller): Promise<InterventionParameters> {
    if (kind === 'sendSkipped') throw new AppError('INPUT_INVALID', { field: 'kind', expected: '撤销时使用 / only to take something back' });
    const needed = (field: string): AppError => new AppError('INPUT_INVALID', { field, expected: '不能为空 / must not be empty' });
    if (kind === 'deescalate') {
      if (!path) throw needed('path');
      return { path };
    }
    if (kind === 'extend') {
      if (!by) throw needed('by');
      return { by: limitOf('by', by) };
    }
    if (kind === 'pause') {
      if (!reviewAt) throw needed('reviewAt');
      return { reviewAt: reviewAt.toISOString() };
    }
    if (kind !== 'reassign') return {};
    if (!to) throw needed('to');
    return { to: await this.parts.checkOne('to', to, { countyCode }, caller) };
  }
}
