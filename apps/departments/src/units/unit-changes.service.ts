import { Injectable } from '@nestjs/common';
import { countyOf, parseArea } from '@yiwang/domain/areas';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { DataSource, type EntityManager } from 'typeorm';
import { Jurisdiction } from '../access/jurisdiction.js';
import { GridsGraph } from '../access/neighbours.js';
import { dateOf, lineOf } from '../access/text-fields.js';
import { Today } from '../access/today.js';
import { UnitDomainEntity, UnitEntity } from './unit.entity.js';
import type { UnitKind } from './unit.kinds.js';
import { checkKind, checkParent } from './unit.rules.js';
import type { ChangeUnitInput, CloseUnitInput, CreateUnitInput } from './unit.types.js';

const CODE = /^[0-9A-Za-z.-]{1,40}$/;
const MAX_NAME = 100;
const MAX_REASON = 500;

interface Shape {
  code: string;
  name: string;
  kind: UnitKind;
  areaCode: string;
  parentCode: string | null;
}

const LINE = `
with recursive line as (
  select u.*, 1 as step from unit u where u.code = $1
  union all
  select u.*, line.step + 1 from unit u join line on u.code = line.parent_code where line.step < 50)
select code, area_code as "areaCode", closed_on::text as "closedOn" from line order by step`;

/** Units come, change and close by the administrator of the place they are for. */
@Injectable()
export class UnitChangesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dataSource: DataSource,
    private readonly jurisdiction: Jurisdiction,
    private readonly grids: GridsGraph,
    private readonly today: Today,
  ) {}

  /** @throws AppError AREA_UNKNOWN, AREA_OUTSIDE_JURISDICTION, UNIT_CODE_TAKEN, UNIT_PARENT_REFUSED, DOMAIN_UNKNOWN, INPUT_INVALID or a refused text */
  create(input: CreateUnitInput, caller: Caller): Promise<UnitEntity> {
    const operation = { operation: 'createUnit', caller };
    return this.unitOfWork.attempt(operation, async () => {
      const { areaCode } = orThrow(parseArea(input.areaCode));
      const positions = await this.jurisdiction.insistOn(caller, ['administrator'], 'areaCode', areaCode);
      await this.grids.insistOnArea(areaCode, 'areaCode', caller);
      const code = input.code?.trim() || (await this.freeCode(areaCode));
      if (!CODE.test(code)) throw new AppError('INPUT_INVALID', { field: 'code', value: code, expected: CODE.source });
      const name = lineOf('name', input.name, MAX_NAME);
      const shape = { code, name, kind: input.kind, areaCode, parentCode: input.parentCode?.trim() || null };
      const target = { type: 'unit', id: code, countyCode: countyOf(areaCode) ?? undefined };
      return this.unitOfWork.run({ ...operation, positions, target, details: { kind: input.kind, areaCode } }, async (manager) => {
        await this.check(manager, shape);
        const { raw } = await manager.createQueryBuilder().insert().into(UnitEntity).values(shape).orIgnore().returning('code').execute();
        if ((raw as unknown[]).length === 0) throw new AppError('UNIT_CODE_TAKEN', { field: 'code', value: code });
        await putDomains(manager, code, input.domains ?? []);
        return manager.findOneByOrFail(UnitEntity, { code });
      });
    });
  }

  /** @throws AppError as `create`; UNIT_UNKNOWN, VERSION_CONFLICT */
  change(input: ChangeUnitInput, caller: Caller): Promise<UnitEntity> {
    const operation = { operation: 'changeUnit', caller, target: { type: 'unit', id: input.code } };
    return this.unitOfWork.attempt(operation, async () => {
      const before = await this.mine(input.code, caller);
      const areaCode = input.areaCode == null ? before.areaCode : orThrow(parseArea(input.areaCode)).areaCode;
      const positions = await this.jurisdiction.insistOn(caller, ['administrator'], 'areaCode', areaCode);
      if (areaCode !== before.areaCode) await this.grids.insistOnArea(areaCode, 'areaCode', caller);
      const shape: Shape = {
        code: before.code,
        name: input.name == null ? before.name : lineOf('name', input.name, MAX_NAME),
        kind: input.kind ?? before.kind,
        areaCode,
        parentCode: input.parentCode == null ? before.parentCode : input.parentCode.trim() || null,
      };
      const changed = (['name', 'kind', 'areaCode', 'parentCode'] as const).filter((key) => shape[key] !== before[key]);
      const target = { ...operation.target, countyCode: countyOf(areaCode) ?? undefined };
      return this.unitOfWork.run({ ...operation, positions, target, details: { changed, domains: input.domains ?? null } }, async (manager) => {
        await this.check(manager, shape);
        await this.write(manager, shape, input.version);
        if (input.domains) await putDomains(manager, shape.code, input.domains);
        return manager.findOneByOrFail(UnitEntity, { code: shape.code });
      });
    });
  }

  /** Its turns on the rota from that day on become gaps. @throws AppError UNIT_UNKNOWN, AREA_OUTSIDE_JURISDICTION, TIME_INVALID, INPUT_INVALID */
  close(input: CloseUnitInput, caller: Caller): Promise<UnitEntity> {
    const operation = { operation: 'closeUnit', caller, target: { type: 'unit', id: input.code } };
    return this.unitOfWork.attempt(operation, async () => {
      const { code, areaCode } = await this.mine(input.code, caller);
      const positions = await this.jurisdiction.insistOn(caller, ['administrator'], 'code', areaCode);
      const [on, reason] = [dateOf('on', input.on), lineOf('reason', input.reason, MAX_REASON)];
      if (on < this.today.date()) throw new AppError('TIME_INVALID', { field: 'on', expected: `≥ ${this.today.date()}` });
      const target = { ...operation.target, countyCode: countyOf(areaCode) ?? undefined };
      return this.unitOfWork.run({ ...operation, positions, target, details: { on } }, async (manager) => {
        await manager.query(`update unit set closed_on = $2, closed_reason = $3, version = version + 1 where code = $1`, [code, on, reason]);
        await manager.query(`update duty_shift set unit_code = null, origin = 'closed' where unit_code = $1 and date >= $2`, [code, on]);
        return manager.findOneByOrFail(UnitEntity, { code });
      });
    });
  }

  /** A unit that exists and lies in the caller's area; of others not even that they exist is said. */
  private async mine(code: string, caller: Caller): Promise<UnitEntity> {
    const unit = await this.dataSource.manager.findOneBy(UnitEntity, { code });
    if (!unit) throw new AppError('UNIT_UNKNOWN', { field: 'code', value: code });
    await this.jurisdiction.insistOn(caller, ['administrator'], 'code', unit.areaCode);
    return unit;
  }

  private async check(manager: EntityManager, shape: Shape): Promise<void> {
    orThrow(checkKind(shape.kind, shape.areaCode));
    if (shape.parentCode === null) return;
    // Two that move below each other at once would make a ring that neither of them sees.
    await manager.query(`select pg_advisory_xact_lock(hashtext('unit parents'))`);
    const line = await manager.query<{ code: string; areaCode: string; closedOn: string | null }[]>(LINE, [shape.parentCode]);
    if (line.length === 0) throw new AppError('UNIT_UNKNOWN', { field: 'parentCode', value: shape.parentCode });
    orThrow(checkParent(shape, line, this.today.date()));
  }

  private async write(manager: EntityManager, shape: Shape, version: number): Promise<void> {
    const { affected } = await manager.update(UnitEntity, { code: shape.code, version }, { ...shape, version: version + 1 });
    if (affected) return;
    const { version: actual } = await manager.findOneByOrFail(UnitEntity, { code: shape.code });
    throw new AppError('VERSION_CONFLICT', { field: 'version', actual });
  }

  private async freeCode(areaCode: string): Promise<string> {
    const [row] = await this.dataSource.query<{ next: number }[]>(
      `select coalesce(max(substring(code from length($1) + 2)::int), 0) + 1 as next
         from unit where code ~ ('^' || $1 || '-\\d{3,6}$')`,
      [areaCode],
    );
    return `${areaCode}-${String(row!.next).padStart(3, '0')}`;
  }
}

async function putDomains(manager: EntityManager, unitCode: string, domains: readonly string[]): Promise<void> {
  const wanted = [...new Set(domains)];
  const unknown = await manager.query<{ code: string }[]>(
    `select code from unnest($1::text[]) as w (code) where not exists (select from domain d where d.code = w.code)`,
    [wanted],
  );
  if (unknown[0]) throw new AppError('DOMAIN_UNKNOWN', { field: 'domains', value: unknown[0].code });
  await manager.delete(UnitDomainEntity, { unitCode });
  if (wanted.length > 0) await manager.insert(UnitDomainEntity, wanted.map((domainCode) => ({ unitCode, domainCode })));
}
