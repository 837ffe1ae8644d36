import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { parsePickupCode, pickupCode } from '@yiwang/domain/case-number';

/**
 * The code that a resident keeps beside the case number. It follows from the number and a secret, so a repeated start
 * answers with the same code and no table of codes can be lost.
 */
@Injectable()
export class PickupCodes {
  constructor(private readonly secret: string) {}

  of(caseNumber: string): string {
    return pickupCode(createHmac('sha256', this.secret).update(caseNumber).digest(), 8);
  }

  matches(caseNumber: string, given: string): boolean {
    const parsed = parsePickupCode(given);
    if (!parsed.ok) return false;
    const [expected, actual] = [Buffer.from(this.of(caseNumber)), Buffer.from(parsed.pickupCode)];
    return expected.length === actual.length && timingSafeEqual(expected, actual);
  }
}
