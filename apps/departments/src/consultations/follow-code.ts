import { createHmac, timingSafeEqual } from 'node:crypto';
import { parsePickupCode, pickupCode } from '@yiwang/domain/case-number';
import { AppError, orThrow } from '@yiwang/platform/errors';

/** The codes by which people without an account follow what they asked: derived, so that none is stored. */
export class FollowCodes {
  constructor(private readonly key: Buffer) {}

  of(consultationId: string): string {
    return pickupCode(createHmac('sha256', this.key).update(`consultation ${consultationId}`).digest());
  }

  /** @throws AppError PICKUP_CODE_WRONG */
  insistOn(consultationId: string, given: string): void {
    const { pickupCode: typed } = orThrow(parsePickupCode(given));
    const [a, b] = [Buffer.from(typed.padEnd(8)), Buffer.from(this.of(consultationId).padEnd(8))];
    if (!timingSafeEqual(a, b)) throw new AppError('PICKUP_CODE_WRONG', { field: 'code' });
  }
}
