import { Injectable } from '@nestjs/common';
import { checkReason } from '@yiwang/domain/intake';
import { hasRole, type Caller } from '@yiwang/platform/auth';
import { isUuid } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { asSystem } from '@yiwang/platform/row-scope';
import type { EntityManager } from 'typeorm';
import { Authority } from '../positions/authority.js';
import { ResidentEntity } from '../residents/resident.entity.js';

/** Under this name the rows of a resident who asks about themselves are read and cleared. */
export const PERSONAL_REQUESTS = 'personalRequests';

const FOR_THEMSELVES = '本人 / the resident';

/** Who may ask for a resident's data or its end: themselves, or an administrator of where they live, for a reason. */
@Injectable()
export class ResidentsConcerned {
  constructor(private readonly authority: Authority) {}

  /** @throws AppError INPUT_INVALID, TEXT_TOO_LONG for an administrator's reason. */
  reasonOf(given: string | null | undefined, caller: Caller): string {
    if (!given && !hasRole(caller, 'administrator')) return FOR_THEMSELVES;
    return orThrow(checkReason('reason', given ?? '')).text;
  }

  /** The resident, locked. @throws AppError NOT_FOUND also for somebody who is not the caller's to ask about. */
  async lock(manager: EntityManager, id: string, caller: Caller): Promise<ResidentEntity> {
    const found = isUuid(id)
      ? await asSystem(PERSONAL_REQUESTS, () =>
          manager.findOne(ResidentEntity, { where: { id }, lock: { mode: 'pessimistic_write' } }),
        )
      : null;
    if (found === null || !(await this.isTheirs(found, caller))) {
      throw new AppError('NOT_FOUND', { field: 'residentId', value: id });
    }
    return found;
  }

  private async isTheirs({ subject, areaCode }: ResidentEntity, caller: Caller): Promise<boolean> {
    if (subject !== null && subject === caller.subject) return true;
    const areas = hasRole(caller, 'administrator') ? await this.authority.areasOf(caller) : [];
    return areas.some((area) => areaCode.startsWith(area));
  }
}
