import { Injectable } from '@nestjs/common';
import { covers } from '@yiwang/domain/areas';
import type { PositionRole } from '@yiwang/contracts/case-flow';
import type { Caller } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import { asSystem, granting } from '@yiwang/platform/row-scope';
import { DataSource } from 'typeorm';
import { Jurisdiction, UNIT_PEOPLE } from '../access/jurisdiction.js';
import { ConsultationEntity } from './consultation.entities.js';
import type { Relation } from './consultation.types.js';
import { FollowCodes } from './follow-code.js';

/** Who looks over a county's consultations. */
export const OVERSEERS = ['administrator', 'countyCentre', 'supervisor', 'leader'] as const satisfies readonly PositionRole[];

export const CONSULTATIONS_SYSTEM = 'consultations';

export interface Opened {
  consultation: ConsultationEntity;
  relation: Relation;
  /** Ids of the positions that make it the caller's affair. */
  positions: string[];
}

/** What a caller is to a consultation, which decides what they see of it and may do. */
@Injectable()
export class ConsultationAccess {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jurisdiction: Jurisdiction,
    private readonly codes: FollowCodes,
  ) {}

  /** One that the caller may see. @throws AppError NOT_FOUND for what is none, and for what is not theirs to see; PICKUP_CODE_WRONG */
  async open(number: string, code: string | null, caller: Caller): Promise<Opened> {
    const consultation = await asSystem(CONSULTATIONS_SYSTEM, () => this.dataSource.manager.findOneBy(ConsultationEntity, { number }));
    if (!consultation) throw new AppError('NOT_FOUND', { field: 'number', value: number });
    if (code !== null) {
      this.codes.insistOn(consultation.id, code);
      return { consultation, relation: 'asker', positions: [] };
    }
    const { relation, positions } = await this.relationOf(consultation, caller);
    if (relation !== 'public' || isInTheOpen(consultation)) return { consultation, relation, positions };
    throw new AppError('NOT_FOUND', { field: 'number', value: number });
  }

  /** @throws AppError NOT_FOUND, UNIT_NOT_YOURS for whoever is not of the unit or the county's office */
  async openAsStaff(number: string, caller: Caller): Promise<Opened> {
    const opened = await this.open(number, null, caller);
    if (opened.relation === 'staff') return opened;
    throw new AppError('UNIT_NOT_YOURS', { field: 'number', value: opened.consultation.unitCode });
  }

  async relationOf(consultation: ConsultationEntity, caller: Caller): Promise<{ relation: Relation; positions: string[] }> {
    if (caller.subject === null) return { relation: 'public', positions: [] };
    if (consultation.askedBy === caller.subject) return { relation: 'asker', positions: [] };
    const held = await this.jurisdiction.positionsOf(caller);
    const fitting = held.filter(
      ({ role, areaCode, unitCode }) =>
        (unitCode === consultation.unitCode && UNIT_PEOPLE.includes(role)) ||
        ((OVERSEERS as readonly PositionRole[]).includes(role) && covers(areaCode, consultation.countyCode)),
    );
    return { relation: fitting.length > 0 ? 'staff' : 'public', positions: fitting.map(({ id }) => id) };
  }

  /** Work on one consultation by whoever was let in by its code, or gives it out of hand; else staff reach it by their positions. */
  within<T>({ consultation, relation }: Opened, givesAway: boolean, work: () => Promise<T>): Promise<T> {
    return relation === 'asker' || givesAway ? granting([consultation.id], work) : work();
  }
}

export const isInTheOpen = ({ isOpen, answeredAt }: Pick<ConsultationEntity, 'isOpen' | 'answeredAt'>): boolean => isOpen && answeredAt !== null;
