import { Injectable } from '@nestjs/common';
import type { Caller } from '@yiwang/platform/auth';
import { likeLiteral, UnitOfWork } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { DataSource, IsNull, In, type EntityManager } from 'typeorm';
import { COUNTY_OFFICE, Jurisdiction, countyCodeOf } from '../access/jurisdiction.js';
import { idOf, lineOf, textOf } from '../access/text-fields.js';
import { Today } from '../access/today.js';
import { pageSize } from '../paging.js';
import { RoutingService } from '../routing/routing.service.js';
import { UnitsService } from '../units/units.service.js';
import { checkPlaceholders } from './placeholders.js';
import { ResponseTemplateEntity, ResponseTemplateVersionEntity } from './template.entities.js';
import type { ChangeResponseTemplateInput, CreateResponseTemplateInput, ResponseTemplateFilter } from './template.types.js';

const MAX_NAME = 100;
const MAX_TEXT = 4_000;

const FITS = `template.categoryCode is null or template.categoryCode in (
  with recursive line as (
    select c.code, c.parent_code from category c where c.code = :category
    union all select c.code, c.parent_code from category c join line on c.code = line.parent_code)
  select code from line)`;

/** Texts to answer with: a county's by its office, a unit's by its own people. */
@Injectable()
export class TemplatesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dataSource: DataSource,
    private readonly jurisdiction: Jurisdiction,
    private readonly units: UnitsService,
    private readonly routing: RoutingService,
    private readonly today: Today,
  ) {}

  /** By name; `after` is a template's id. @throws AppError AREA_UNKNOWN, AREA_OUTSIDE_JURISDICTION, INPUT_INVALID */
  async list(filter: ResponseTemplateFilter, first: number, after: string | null, caller: Caller): Promise<ResponseTemplateEntity[]> {
    const countyCode = countyCodeOf(filter.countyCode, 'filter.countyCode');
    await this.jurisdiction.insistOnCounty(caller, 'filter.countyCode', countyCode);
    const list = this.dataSource.manager.createQueryBuilder(ResponseTemplateEntity, 'template').where('template.countyCode = :countyCode', { countyCode });
    list.orderBy('template.name').addOrderBy('template.id').limit(pageSize(first));
    if (after) list.andWhere('(template.name, template.id) > (select name, id from response_template where id::text = :after)', { after });
    if (filter.unitCode != null) list.andWhere('(template.unitCode is null or template.unitCode = :unit)', { unit: filter.unitCode });
    if (filter.categoryCode != null) list.andWhere(`(${FITS})`, { category: filter.categoryCode });
    if (!filter.withRetired) list.andWhere('template.retiredAt is null');
    const part = filter.search?.trim();
    if (part) list.andWhere('(template.name like :part or template.text like :part)', { part: `%${likeLiteral(part)}%` });
    return list.getMany();
  }

  async versionsOf(ids: readonly string[]): Promise<Map<string, ResponseTemplateVersionEntity[]>> {
    const found = await this.dataSource.manager.find(ResponseTemplateVersionEntity, { where: { templateId: In([...ids]) }, order: { version: 'DESC' } });
    const versions = new Map<string, ResponseTemplateVersionEntity[]>(ids.map((id) => [id, []]));
    for (const version of found) versions.get(version.templateId)?.push(version);
    return versions;
  }

  /** @throws AppError AREA_OUTSIDE_JURISDICTION, UNIT_NOT_YOURS, UNIT_UNKNOWN, UNIT_CLOSED, CATEGORY_UNKNOWN, PLACEHOLDER_UNKNOWN, NAME_TAKEN or a refused text */
  create(input: CreateResponseTemplateInput, caller: Caller): Promise<ResponseTemplateEntity> {
    const operation = { operation: 'createResponseTemplate', caller };
    return this.unitOfWork.attempt(operation, async () => {
      const countyCode = countyCodeOf(input.countyCode);
      const unitCode = input.unitCode ?? null;
      const positions = await this.mayWrite(caller, countyCode, unitCode);
      if (unitCode !== null) await this.units.insistOnOpen(unitCode, 'unitCode');
      if (input.categoryCode != null) await this.routing.category(input.categoryCode, countyCode);
      const [name, text] = [lineOf('name', input.name, MAX_NAME), templateText(input.text)];
      return this.unitOfWork.run({ ...operation, positions }, async (manager, audited) => {
        await insistOnFreeName(manager, countyCode, unitCode, name, null);
        const made = { ...{ countyCode, unitCode, name, text, version: 1, retiredAt: null }, categoryCode: input.categoryCode ?? null };
        const { id } = await manager.save(ResponseTemplateEntity, { ...made, changedBy: caller.subject ?? '', changedAt: this.today.now() });
        audited.target = { type: 'responseTemplate', id, countyCode };
        return keepVersion(manager, id);
      });
    });
  }

  /** @throws AppError as `create`; NOT_FOUND, VERSION_CONFLICT */
  change(input: ChangeResponseTemplateInput, caller: Caller): Promise<ResponseTemplateEntity> {
    const operation = { operation: 'changeResponseTemplate', caller, target: { type: 'responseTemplate', id: input.id } };
    return this.unitOfWork.attempt(operation, async () => {
      const { template, positions } = await this.mine(input.id, caller);
      const name = input.name == null ? template.name : lineOf('name', input.name, MAX_NAME);
      const text = input.text == null ? template.text : templateText(input.text);
      return this.unitOfWork.run({ ...operation, positions, details: { version: input.version + 1 } }, async (manager) => {
        await insistOnFreeName(manager, template.countyCode, template.unitCode, name, template.id);
        const after = { name, text, version: input.version + 1, changedBy: caller.subject ?? '', changedAt: this.today.now() };
        const { affected } = await manager.update(ResponseTemplateEntity, { id: template.id, version: input.version, retiredAt: IsNull() }, after);
        if (!affected) throw new AppError('VERSION_CONFLICT', { field: 'version', actual: template.version });
        return keepVersion(manager, template.id);
      });
    });
  }

  /** It is not offered any more; its wordings stay. @throws AppError NOT_FOUND, AREA_OUTSIDE_JURISDICTION, UNIT_NOT_YOURS */
  retire(id: string, caller: Caller): Promise<ResponseTemplateEntity> {
    const operation = { operation: 'retireResponseTemplate', caller, target: { type: 'responseTemplate', id } };
    return this.unitOfWork.attempt(operation, async () => {
      const { template, positions } = await this.mine(id, caller);
      return this.unitOfWork.run({ ...operation, positions }, async (manager) => {
        await manager.update(ResponseTemplateEntity, { id: template.id, retiredAt: IsNull() }, { retiredAt: this.today.now() });
        return manager.findOneByOrFail(ResponseTemplateEntity, { id: template.id });
      });
    });
  }

  private async mine(given: string, caller: Caller) {
    const template = await this.dataSource.manager.findOneBy(ResponseTemplateEntity, { id: idOf('id', given) });
    if (!template) throw new AppError('NOT_FOUND', { field: 'id', value: given });
    return { template, positions: await this.mayWrite(caller, template.countyCode, template.unitCode) };
  }

  /** The county's office writes for every unit, a unit's people for their own. */
  private async mayWrite(caller: Caller, countyCode: string, unitCode: string | null): Promise<string[]> {
    const voices = unitCode === null ? [] : await this.jurisdiction.voicesOf(caller, unitCode);
    return voices.length > 0 ? voices : this.jurisdiction.insistOn(caller, COUNTY_OFFICE, 'countyCode', countyCode);
  }
}

function templateText(given: string): string {
  const text = textOf('text', given, MAX_TEXT);
  orThrow(checkPlaceholders('text', text));
  return text;
}

async function insistOnFreeName(manager: EntityManager, countyCode: string, unitCode: string | null, name: string, own: string | null): Promise<void> {
  await manager.query(`select pg_advisory_xact_lock(hashtext('templates ' || $1))`, [countyCode]);
  const taken = await manager.findOneBy(ResponseTemplateEntity, { countyCode, unitCode: unitCode ?? IsNull(), name, retiredAt: IsNull() });
  if (taken && taken.id !== own) throw new AppError('NAME_TAKEN', { field: 'name', value: name });
}

async function keepVersion(manager: EntityManager, id: string): Promise<ResponseTemplateEntity> {
  const template = await manager.findOneByOrFail(ResponseTemplateEntity, { id });
  const { version, name, text, changedBy, changedAt } = template;
  await manager.insert(ResponseTemplateVersionEntity, { templateId: id, version, name, text, changedBy, changedAt });
  return template;
}
