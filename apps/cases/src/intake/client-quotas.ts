import { Injectable } from '@nestjs/common';
import { refuse, type Refusal } from '@yiwang/contracts/errors';
import { hasRole, type Caller } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import { askSubgraph } from '@yiwang/platform/graphql';
import { DataSource } from 'typeorm';
import type { CasesConfig } from '../config.js';
import { GroupedWrites } from './grouped-writes.js';
import { CASES_BY_KEY } from './insert-cases.sql.js';
import { starterOf, takingIn } from './intake-access.js';

interface Startable {
  input: { idempotencyKey: string; categoryCode?: string | null };
}

interface Single {
  prepared: Startable;
  caller: Caller;
}

const TAKE = 'mutation ($count: Int!, $categoryCodes: [ID!]) { takeClientQuota(count: $count, categoryCodes: $categoryCodes) }';
/** As many single starts as are written together. */
const TOGETHER = 50;
/** More would only make smaller groups: while so many are asked for, what arrives gathers for the next. */
const AT_ONCE = 4;

/**
 * An outside system's quota is taken at identity, with its own token, before anything of it is written. What stands under
 * its key already takes nothing, so it is looked up first; what was taken and then not written is not given back.
 */
@Injectable()
export class ClientQuotas {
  private readonly singles = new GroupedWrites((asked: Single[]) => this.takeTogether(asked), {
    atOnce: AT_ONCE,
    largest: TOGETHER,
  });

  constructor(
    private readonly config: Pick<CasesConfig, 'IDENTITY_URL'>,
    private readonly dataSource: DataSource,
  ) {}

  /**
   * One start. Those of one client that come at the same time are asked for together, and each by itself where that is
   * refused.
   * @throws AppError CLIENT_QUOTA_SPENT, CLIENT_CATEGORY_REFUSED; SERVICE_UNAVAILABLE while identity is away.
   */
  async takeOne(prepared: Startable, caller: Caller): Promise<void> {
    if (hasRole(caller, 'externalSystem')) await this.singles.add(starterOf(caller), { prepared, caller });
  }

  /** A batch, all or nothing: what is refused stands in the place of each of its cases that does not stand yet. */
  async within<P extends { ok: true; prepared: Startable } | Refusal>(batch: readonly P[], caller: Caller): Promise<(P | Refusal)[]> {
    if (!hasRole(caller, 'externalSystem')) return [...batch];
    const fresh = await this.fresh(batch.flatMap((one) => (one.ok ? [one.prepared] : [])), caller);
    try {
      await this.take(fresh, caller);
      return [...batch];
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const keys = new Set(fresh.map(({ input }) => input.idempotencyKey));
      return batch.map((one) => (one.ok && keys.has(one.prepared.input.idempotencyKey) ? refuse(error.code, error.details) : one));
    }
  }

  private async takeTogether(asked: readonly Single[]): Promise<void[]> {
    const { caller } = asked[0] as Single;
    await this.take(await this.fresh(asked.map(({ prepared }) => prepared), caller), caller);
    return asked.map(() => undefined);
  }

  /** Each key once, without those under which a case stands. */
  private async fresh(prepared: readonly Startable[], caller: Caller): Promise<Startable[]> {
    const byKey = new Map(prepared.map((one) => [one.input.idempotencyKey, one]));
    if (byKey.size === 0) return [];
    const standing = await takingIn(() =>
      this.dataSource.query<{ idempotencyKey: string }[]>(CASES_BY_KEY, [starterOf(caller), [...byKey.keys()]]),
    );
    for (const { idempotencyKey } of standing) byKey.delete(idempotencyKey);
    return [...byKey.values()];
  }

  private async take(fresh: readonly Startable[], caller: Caller): Promise<void> {
    if (fresh.length === 0) return;
    const categoryCodes = [...new Set(fresh.flatMap(({ input }) => input.categoryCode ?? []))];
    try {
      await askSubgraph(this.config.IDENTITY_URL, TAKE, { count: fresh.length, categoryCodes }, caller);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'CLIENT_CATEGORY_REFUSED') throw error;
      throw new AppError(error.code, { ...error.details, field: 'categoryCode' });
    }
  }
}
