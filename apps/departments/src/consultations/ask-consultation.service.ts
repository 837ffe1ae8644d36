import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { canonicalForm, checkIdempotencyKey } from '@yiwang/domain/intake';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { asSystem } from '@yiwang/platform/row-scope';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { DataSource, type EntityManager } from 'typeorm';
import { lineOf, textOf } from '../access/text-fields.js';
import { DutyService } from '../duty/duty.service.js';
import { RoutingService, areaInCounty } from '../routing/routing.service.js';
import { UnitEntity } from '../units/unit.entity.js';
import { consultationSubject } from './asker-erasure.js';
import { AskingTools } from './asking-tools.js';
import { CONSULTATIONS_SYSTEM } from './consultation-access.js';
import { ConsultationEntity } from './consultation.entities.js';
import type { AskConsultationInput, AskedConsultation } from './consultation.types.js';
import { shown } from './consultations.service.js';

const MAX_QUESTION = 2_000;
const MAX_NAME = 50;

const NEXT_NUMBER = `
insert into consultation_day (county_code, date, last) values ($1, $2, 1)
on conflict (county_code, date) do update set last = consultation_day.last + 1 returning last`;

interface Reached {
  unitCode: string;
  answerFrom: Date | null;
  onDuty: boolean;
}

/** A resident's question goes to the unit on duty, or to the next that will be; an account is not needed. */
@Injectable()
export class AskConsultationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dataSource: DataSource,
    private readonly duty: DutyService,
    private readonly routing: RoutingService,
    private readonly work: AskingTools,
  ) {}

  /** @throws AppError AREA_UNKNOWN, CATEGORY_UNKNOWN, PHONE_INVALID, IDEMPOTENCY_KEY_INVALID, IDEMPOTENCY_CONFLICT, DUTY_NOBODY or a refused text */
  ask(input: AskConsultationInput, caller: Caller): Promise<AskedConsultation> {
    const operation = { operation: 'askConsultation', caller, idempotencyKey: input.idempotencyKey };
    return this.unitOfWork.attempt(operation, async () => {
      orThrow(checkIdempotencyKey(input.idempotencyKey));
      const { areaCode, countyCode } = areaInCounty(input.areaCode);
      const question = textOf('question', input.question, MAX_QUESTION);
      if (input.categoryCode != null) await this.routing.category(input.categoryCode, countyCode);
      const contact = contactOf(input);
      const reached = await this.reach(countyCode);
      const id = randomUUID();
      const now = this.work.today.now();
      const row = {
        ...{ id, areaCode, countyCode, question, categoryCode: input.categoryCode ?? null, askedBy: caller.subject },
        ...{ starter: caller.subject ?? 'public', idempotencyKey: input.idempotencyKey },
        // Keyed: a number in a plain hash is found by trying them all.
        contentHash: this.work.personal.index.keyed('consultation', Buffer.from(canonicalForm(input))),
        ...(await this.sealed(contact, id)),
        ...{ unitCode: reached.unitCode, answerFrom: reached.answerFrom, state: 'waiting', isOpen: true, version: 1 },
        ...{ askedAt: now, waitingSince: now, answeredAt: null, caseNumber: null },
      } satisfies Omit<ConsultationEntity, 'number'>;
      // Anybody may ask; nobody reads by it what they have no part in.
      const entity = await asSystem(CONSULTATIONS_SYSTEM, () =>
        this.unitOfWork.run({ ...operation, details: { unit: reached.unitCode, onDuty: reached.onDuty } }, async (manager, audited) => {
          const made = await this.write(manager, row);
          audited.target = { type: 'consultation', id: made.number, countyCode };
          return made;
        }),
      );
      return this.answer(entity, reached, caller);
    });
  }

  /** The unit on duty; else the next that will be; where nothing is planned the county's centre. */
  private async reach(countyCode: string): Promise<Reached> {
    const { now, next } = await this.duty.now(countyCode);
    const shift = now ?? next;
    if (shift?.unitCode) return { unitCode: shift.unitCode, answerFrom: shift.startsAt, onDuty: now !== null };
    const centre = await this.dataSource.manager.findOneBy(UnitEntity, { areaCode: countyCode, kind: 'countyCentre' });
    if (!centre) throw new AppError('DUTY_NOBODY', { field: 'areaCode', value: countyCode });
    return { unitCode: centre.code, answerFrom: null, onDuty: false };
  }

  /** The same key twice is one question, if it is the same one. */
  private async write(manager: EntityManager, row: Omit<ConsultationEntity, 'number'>): Promise<ConsultationEntity> {
    const { starter, idempotencyKey } = row;
    await manager.query(`select pg_advisory_xact_lock(hashtext('consultation ' || $1 || ' ' || $2))`, [starter, idempotencyKey]);
    const known = await manager.findOneBy(ConsultationEntity, { starter, idempotencyKey });
    if (known && !known.contentHash.equals(row.contentHash)) {
      throw new AppError('IDEMPOTENCY_CONFLICT', { field: 'idempotencyKey', value: idempotencyKey });
    }
    if (known) return known;
    const date = this.work.today.date();
    const [{ last }] = (await manager.query(NEXT_NUMBER, [row.countyCode, date])) as [{ last: number }];
    const number = `Z${row.countyCode}-${date.replaceAll('-', '')}-${String(last).padStart(4, '0')}`;
    await manager.insert(ConsultationEntity, { ...row, number });
    return manager.findOneByOrFail(ConsultationEntity, { id: row.id });
  }

  private async sealed({ name, phone }: { name: string | null; phone: string | null }, id: string) {
    const subject = consultationSubject(id);
    const [contactName, contactPhone] = await Promise.all([
      this.work.personal.seal(name, subject, { field: 'consultation.contact_name', row: id }),
      this.work.personal.seal(phone, subject, { field: 'consultation.contact_phone', row: id }),
    ]);
    return { contactName, contactPhone, contactPhoneIndex: phone === null ? null : this.work.personal.index.ofPhone(phone) };
  }

  private answer(entity: ConsultationEntity, { onDuty }: Reached, { language }: Caller): AskedConsultation {
    const when = entity.answerFrom && new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', TIME).format(entity.answerFrom);
    const zh = onDuty ? '值班单位正在线，请稍候答复' : when ? `现在无人值班，下一值班单位将于 ${when} 起答复` : '目前未排值班，已转县级中心答复';
    const en = onDuty ? 'The unit on duty has it' : when ? `Nobody is on duty now; the next unit answers from ${when} on` : 'No duty is planned; the county centre has it';
    return { consultation: shown(entity, 'asker'), code: this.work.codes.of(entity.id), onDuty, message: language === 'zh' ? zh : en };
  }
}

const TIME = { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Shanghai' } as const;

function contactOf({ contactName, contactPhone }: AskConsultationInput): { name: string | null; phone: string | null } {
  const name = contactName?.trim() ? lineOf('contactName', contactName, MAX_NAME) : null;
  if (!contactPhone?.trim()) return { name, phone: null };
  const phone = parsePhoneNumberFromString(contactPhone, 'CN');
  if (!phone?.isValid()) throw new AppError('PHONE_INVALID', { field: 'contactPhone' });
  return { name, phone: phone.number };
}
