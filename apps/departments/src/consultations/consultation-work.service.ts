import { Injectable } from '@nestjs/common';
import { checkText } from '@yiwang/domain/intake';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork, type AuditedOperation } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import type { EntityManager } from 'typeorm';
import { lineOf, textOf } from '../access/text-fields.js';
import { Today } from '../access/today.js';
import { UnitsService } from '../units/units.service.js';
import { ConsultationAccess, type Opened } from './consultation-access.js';
import { ConsultationEntity, ConsultationEntryEntity, type EntryKind } from './consultation.entities.js';
import type { AnswerConsultationInput, Consultation, FollowConsultationInput, HandOverConsultationInput } from './consultation.types.js';
import { shown } from './consultations.service.js';

const MAX_ANSWER = 4_000;
const MAX_FOLLOW_UP = 2_000;

/** What is done to one consultation, and what is to be said of it. */
export interface Act {
  changes: Partial<ConsultationEntity>;
  entry: { kind: EntryKind; text: string | null; unitCode: string | null };
}

/** Questions on, answers, and who is to give them. */
@Injectable()
export class ConsultationWorkService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ConsultationAccess,
    private readonly units: UnitsService,
    private readonly today: Today,
  ) {}

  /** By whoever asked; it waits again. @throws AppError NOT_FOUND, PICKUP_CODE_WRONG, FORBIDDEN, CONSULTATION_CLOSED or a refused text */
  follow(input: FollowConsultationInput, caller: Caller): Promise<Consultation> {
    return this.attempt('followConsultation', input.number, caller, async (operation) => {
      const opened = await this.access.open(input.number, input.code ?? null, caller);
      if (opened.relation !== 'asker') throw new AppError('FORBIDDEN', { field: 'code' });
      const text = textOf('text', input.text, MAX_FOLLOW_UP);
      const changes = { state: 'waiting' as const, waitingSince: this.today.now() };
      return this.act(opened, operation, caller, null, { changes, entry: { kind: 'followUp', text, unitCode: null } });
    });
  }

  /** By the unit that has it, or the county's office. @throws AppError NOT_FOUND, UNIT_NOT_YOURS, VERSION_CONFLICT, CONSULTATION_CLOSED or a refused text */
  answer(input: AnswerConsultationInput, caller: Caller): Promise<Consultation> {
    return this.attempt('answerConsultation', input.number, caller, async (operation) => {
      const opened = await this.access.openAsStaff(input.number, caller);
      const text = textOf('text', input.text, MAX_ANSWER);
      const { answeredAt, isOpen, unitCode } = opened.consultation;
      const changes = { state: 'answered' as const, answeredAt: answeredAt ?? this.today.now(), isOpen: input.isOpen ?? isOpen };
      return this.act(opened, operation, caller, input.version, { changes, entry: { kind: 'answer', text, unitCode } });
    });
  }

  /** Another unit is to answer. @throws AppError NOT_FOUND, UNIT_NOT_YOURS, UNIT_UNKNOWN, UNIT_CLOSED, VERSION_CONFLICT, CONSULTATION_CLOSED */
  handOver(input: HandOverConsultationInput, caller: Caller): Promise<Consultation> {
    return this.attempt('handOverConsultation', input.number, caller, async (operation) => {
      const opened = await this.access.openAsStaff(input.number, caller);
      const unit = await this.units.insistOnOpen(input.unitCode, 'unitCode');
      if (!unit.areaCode.startsWith(opened.consultation.countyCode)) throw new AppError('UNIT_UNKNOWN', { field: 'unitCode', value: unit.code });
      const text = lineOf('reason', input.reason, 500);
      const changes = { unitCode: unit.code, answerFrom: null };
      return this.act(opened, operation, caller, input.version, { changes, entry: { kind: 'handOver', text, unitCode: unit.code } });
    });
  }

  attempt<T>(name: string, number: string, caller: Caller, work: (operation: AuditedOperation) => Promise<T>): Promise<T> {
    const operation = { operation: name, caller, target: { type: 'consultation', id: number } };
    return this.unitOfWork.attempt(operation, () => work(operation));
  }

  /** One change with its entry. @param version of the caller's copy; null where nothing they looked at can be overtaken. */
  act(opened: Opened, operation: AuditedOperation, caller: Caller, version: number | null, { changes, entry }: Act): Promise<Consultation> {
    const { consultation, relation, positions } = opened;
    const target = { ...operation.target!, countyCode: consultation.countyCode };
    if (entry.text !== null) orThrow(checkText('text', entry.text, MAX_ANSWER));
    return this.access.within(opened, entry.kind === 'handOver', () =>
      this.unitOfWork.run({ ...operation, positions, target, details: { kind: entry.kind, unit: entry.unitCode } }, async (manager) => {
        const standing = await lockOpen(manager, consultation.id);
        if (version !== null && standing.version !== version) throw new AppError('VERSION_CONFLICT', { field: 'version', actual: standing.version });
        const seq = (await manager.countBy(ConsultationEntryEntity, { consultationId: standing.id })) + 1;
        const row = { consultationId: standing.id, seq, ...entry, bySubject: caller.subject, at: this.today.now() };
        await manager.insert(ConsultationEntryEntity, row);
        const after = { ...standing, ...changes, version: standing.version + 1 };
        await manager.update(ConsultationEntity, { id: standing.id }, { ...changes, version: after.version });
        return shown(after, relation);
      }),
    );
  }
}

/** @throws AppError CONSULTATION_CLOSED */
async function lockOpen(manager: EntityManager, id: string): Promise<ConsultationEntity> {
  const standing = await manager.findOneOrFail(ConsultationEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (standing.state === 'case') throw new AppError('CONSULTATION_CLOSED', { field: 'number', value: standing.number, actual: standing.caseNumber ?? '' });
  return standing;
}
