import { Injectable } from '@nestjs/common';
import type { PositionRole } from '@yiwang/contracts/case-flow';
import type { Caller } from '@yiwang/platform/auth';
import { likeLiteral } from '@yiwang/platform/database';
import { PersonalData, maskName, maskPhone } from '@yiwang/platform/personal-data';
import { asSystem } from '@yiwang/platform/row-scope';
import { DataSource, In } from 'typeorm';
import { Jurisdiction, countyCodeOf } from '../access/jurisdiction.js';
import { pageSize } from '../paging.js';
import { CONSULTATIONS_SYSTEM, ConsultationAccess, OVERSEERS, isInTheOpen } from './consultation-access.js';
import { ConsultationEntity, ConsultationEntryEntity } from './consultation.entities.js';
import type { Consultation, ConsultationContact, ConsultationDeskFilter, OpenConsultationFilter, Relation } from './consultation.types.js';
import { openText } from './open-text.js';

/** A consultation as one caller may see it. */
export const shown = (entity: ConsultationEntity, relation: Relation): Consultation => ({
  ...entity,
  relation,
  question: relation === 'public' ? openText(entity.question) : entity.question,
});

/** Reads of what was asked and answered. */
@Injectable()
export class ConsultationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jurisdiction: Jurisdiction,
    private readonly access: ConsultationAccess,
    private readonly personal: PersonalData,
  ) {}

  /** Answered ones that everybody may read, the latest answered first; `after` is a number. @throws AppError AREA_UNKNOWN, INPUT_INVALID */
  async inTheOpen(filter: OpenConsultationFilter, first: number, after: string | null): Promise<Consultation[]> {
    const countyCode = countyCodeOf(filter.countyCode, 'filter.countyCode');
    const list = this.dataSource.manager.createQueryBuilder(ConsultationEntity, 'one').where('one.countyCode = :countyCode', { countyCode });
    list.andWhere('one.isOpen and one.answeredAt is not null').orderBy('one.answeredAt', 'DESC').addOrderBy('one.id', 'DESC').limit(pageSize(first));
    if (after) list.andWhere('(one.answeredAt, one.id) < (select answered_at, id from consultation where number = :after)', { after });
    if (filter.unitCode != null) list.andWhere('one.unitCode = :unit', { unit: filter.unitCode });
    if (filter.categoryCode != null) list.andWhere('one.categoryCode = :category', { category: filter.categoryCode });
    const part = filter.search?.trim();
    if (part) list.andWhere('one.question like :part', { part: `%${likeLiteral(part)}%` });
    return (await list.getMany()).map((entity) => shown(entity, 'public'));
  }

  async one(number: string, code: string | null, caller: Caller): Promise<Consultation> {
    const { consultation, relation } = await this.access.open(number, code, caller);
    return shown(consultation, relation);
  }

  /** What a unit or a county has before it, whoever waits longest first; `after` is a number. @throws AppError UNIT_NOT_YOURS, AREA_OUTSIDE_JURISDICTION */
  async desk(filter: ConsultationDeskFilter, first: number, after: string | null, caller: Caller): Promise<Consultation[]> {
    const countyCode = countyCodeOf(filter.countyCode, 'filter.countyCode');
    const { unitCode } = filter;
    if (unitCode == null) await this.jurisdiction.insistOn(caller, OVERSEERS, 'filter.unitCode', countyCode);
    else if (!(await this.overseesCounty(caller, countyCode))) await this.jurisdiction.insistOnUnit(caller, unitCode, 'filter.unitCode');
    const list = this.dataSource.manager.createQueryBuilder(ConsultationEntity, 'one').where('one.countyCode = :countyCode', { countyCode });
    list.andWhere('one.state = :state', { state: filter.state ?? 'waiting' }).orderBy('one.waitingSince').addOrderBy('one.id').limit(pageSize(first));
    if (unitCode != null) list.andWhere('one.unitCode = :unitCode', { unitCode });
    if (after) list.andWhere('(one.waitingSince, one.id) > (select waiting_since, id from consultation where number = :after)', { after });
    return (await list.getMany()).map((entity) => shown(entity, 'staff'));
  }

  /** What was asked by somebody with an account, the latest first. */
  async mine(first: number, after: string | null, caller: Caller): Promise<Consultation[]> {
    const list = this.dataSource.manager.createQueryBuilder(ConsultationEntity, 'one').where('one.askedBy = :subject', { subject: caller.subject });
    list.orderBy('one.askedAt', 'DESC').addOrderBy('one.id', 'DESC').limit(pageSize(first));
    if (after) list.andWhere('(one.askedAt, one.id) < (select asked_at, id from consultation where number = :after)', { after });
    return (await list.getMany()).map((entity) => shown(entity, 'asker'));
  }

  /** Entries of consultations that the caller was shown; hand-overs are an office's own affair. */
  async entriesOf(ids: readonly string[]): Promise<Map<string, ConsultationEntryEntity[]>> {
    // Which consultations may be seen was decided when they were read.
    const found = await asSystem(CONSULTATIONS_SYSTEM, () =>
      this.dataSource.manager.find(ConsultationEntryEntity, { where: { consultationId: In([...ids]) }, order: { seq: 'ASC' } }),
    );
    const entries = new Map<string, ConsultationEntryEntity[]>(ids.map((id) => [id, []]));
    for (const entry of found) entries.get(entry.consultationId)?.push(entry);
    return entries;
  }

  /** How to reach whoever asked, masked. */
  async contactOf(id: string): Promise<ConsultationContact | null> {
    const { name, phone } = await this.wholeContactOf(id);
    return name === null && phone === null ? null : { name: name && maskName(name), phone: phone && maskPhone(phone) };
  }

  async wholeContactOf(id: string): Promise<{ name: string | null; phone: string | null }> {
    const entity = await asSystem(CONSULTATIONS_SYSTEM, () => this.dataSource.manager.findOneByOrFail(ConsultationEntity, { id }));
    const [name, phone] = await Promise.all([
      this.personal.open(entity.contactName, { field: 'consultation.contact_name', row: id }),
      this.personal.open(entity.contactPhone, { field: 'consultation.contact_phone', row: id }),
    ]);
    return { name: name.text, phone: phone.text };
  }

  /** The consultations that cases came from, to whoever may see them. */
  async ofCases(numbers: readonly string[], caller: Caller): Promise<Map<string, Consultation>> {
    const found = await asSystem(CONSULTATIONS_SYSTEM, () => this.dataSource.manager.findBy(ConsultationEntity, { caseNumber: In([...numbers]) }));
    const shownOnes = await Promise.all(
      found.map(async (entity) => {
        const { relation } = await this.access.relationOf(entity, caller);
        return relation === 'public' && !isInTheOpen(entity) ? null : shown(entity, relation);
      }),
    );
    return new Map(shownOnes.flatMap((one) => (one?.caseNumber && one.relation !== 'public' ? [[one.caseNumber, one]] : [])));
  }

  private async overseesCounty(caller: Caller, countyCode: string): Promise<boolean> {
    const held = await this.jurisdiction.positionsOf(caller);
    return held.some(({ role, areaCode }) => (OVERSEERS as readonly PositionRole[]).includes(role) && countyCode.startsWith(areaCode));
  }
}
