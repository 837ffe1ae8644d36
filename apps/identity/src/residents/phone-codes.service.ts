import { createHash, createHmac, randomBytes, randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@yiwang/platform/auth';
import { isUuid, type AuditedOperation, UnitOfWork } from '@yiwang/platform/database';
import { AppError } from '@yiwang/platform/errors';
import { compose, type NotificationAdapter } from '@yiwang/platform/notification';
import { PersonalData } from '@yiwang/platform/personal-data';
import { asSystem } from '@yiwang/platform/row-scope';
import { DataSource, type EntityManager } from 'typeorm';
import { readPhone } from '../people/phone.js';
import { PhoneLimits } from './phone-limits.js';
import type { PhoneCodeRequest, PhoneProof } from './resident.types.js';

export const PHONE_CODE_SECRET = Symbol('what codes are hashed with');
export const CODE_SENDER = Symbol('how codes leave');

const CODE_MINUTES = 5;
const PROOF_MINUTES = 30;
const MOST_TRIES = 5;
const MINUTE_MS = 60_000;

interface CodeRow {
  codeHash: Buffer;
  tries: number;
  usedAt: Date | null;
  expiresAt: Date;
}

/** Shows that a phone is whose caller it is: a code is sent to it, kept as a keyed hash, good once and briefly. */
@Injectable()
export class PhoneCodesService {
  constructor(
    private readonly source: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly limits: PhoneLimits,
    private readonly personal: PersonalData,
    @Inject(PHONE_CODE_SECRET) private readonly secret: string,
    @Inject(CODE_SENDER) private readonly sender: NotificationAdapter,
  ) {}

  /**
   * Sends a code; earlier ones for the same phone are void.
   * @throws AppError PHONE_INVALID, TOO_MANY_REQUESTS, SERVICE_UNAVAILABLE where it could not leave.
   */
  request(text: string, caller: Caller): Promise<PhoneCodeRequest> {
    const operation: AuditedOperation = { operation: 'requestPhoneCode', caller };
    return this.unitOfWork.attempt(operation, async () => {
      const phone = readPhone(text, 'phone', 'mobile');
      const index = this.personal.index.ofPhone(phone)!;
      await this.limits.count(index);
      const id = randomUUID();
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      const expiresAt = new Date(Date.now() + CODE_MINUTES * MINUTE_MS);
      operation.target = { type: 'phoneCode', id };
      await asSystem('phoneCodes', () =>
        this.unitOfWork.run(operation, async (manager) => {
          await manager.query(`delete from phone_code where created_at < now() - interval '1 day'`);
          await manager.query(`update phone_code set expires_at = now() where phone_index = $1 and expires_at > now()`, [
            index,
          ]);
          await manager.query(
            `insert into phone_code (id, phone_index, code_hash, expires_at) values ($1, $2, $3, $4)`,
            [id, index, this.hash(id, code), expiresAt],
          );
        }),
      );
      await this.send(id, phone, code, caller);
      return { id, expiresAt };
    });
  }

  /**
   * @throws AppError PHONE_CODE_WRONG with the tries that are left, PHONE_CODE_EXPIRED also after five wrong ones or for a
   * request that is not there, PHONE_CODE_USED.
   */
  confirm(id: string, code: string, caller: Caller): Promise<PhoneProof> {
    const operation: AuditedOperation = { operation: 'confirmPhone', caller, target: { type: 'phoneCode', id } };
    return this.unitOfWork.attempt(operation, async () => {
      const remaining = await asSystem('phoneCodes', () => this.countTry(id));
      const proof = randomBytes(24).toString('base64url');
      const expiresAt = new Date(Date.now() + PROOF_MINUTES * MINUTE_MS);
      await asSystem('phoneCodes', () =>
        this.unitOfWork.run(operation, async (manager) => {
          const row = await lockCode(manager, id);
          if (row.usedAt !== null) throw new AppError('PHONE_CODE_USED');
          if (!timingSafeEqual(row.codeHash, this.hash(id, code.trim()))) {
            throw new AppError('PHONE_CODE_WRONG', { remaining });
          }
          await manager.query(
            `update phone_code set used_at = now(), proof_hash = $2, proof_expires_at = $3 where id = $1`,
            [id, hashOf(proof), expiresAt],
          );
        }),
      );
      return { proof, expiresAt };
    });
  }

  /** Whether a proof stands for this very phone, and since when. */
  async provenAt(proof: string, phone: string): Promise<Date | null> {
    const index = this.personal.index.ofPhone(phone);
    const [row] = await asSystem('phoneCodes', () =>
      this.source.query<{ usedAt: Date }[]>(
        `select used_at as "usedAt" from phone_code
          where proof_hash = $1 and phone_index = $2 and proof_expires_at > now()`,
        [hashOf(proof), index],
      ),
    );
    return row?.usedAt ?? null;
  }

  /** Counted before the code is looked at and in a transaction of its own, so that a wrong one cannot be tried for free. */
  private async countTry(id: string): Promise<number> {
    return this.source.transaction(async (manager) => {
      const row = await lockCode(manager, id);
      if (row.usedAt !== null) throw new AppError('PHONE_CODE_USED');
      if (row.expiresAt <= new Date() || row.tries >= MOST_TRIES) throw new AppError('PHONE_CODE_EXPIRED');
      await manager.query(`update phone_code set tries = tries + 1 where id = $1`, [id]);
      return MOST_TRIES - row.tries - 1;
    });
  }

  private async send(id: string, phone: string, code: string, { language }: Caller): Promise<void> {
    const data = { code, minutes: CODE_MINUTES };
    const delivery = await asSystem('sender', () =>
      this.sender.deliver({
        ...{ id: `phone-code:${id}`, type: 'phoneCode', caseNumber: null, language, data, createdAt: new Date() },
        ...compose('phoneCode', data, language),
        to: { kind: 'phone', phone },
      }),
    );
    if (delivery.outcome !== 'delivered') throw new AppError('SERVICE_UNAVAILABLE', { part: 'notification' });
  }

  private hash(id: string, code: string): Buffer {
    return createHmac('sha256', this.secret).update(`${id}:${code}`).digest();
  }
}

/** Long and random, so a plain hash is enough: there is nothing to guess. */
const hashOf = (proof: string): Buffer => createHash('sha256').update(proof).digest();

async function lockCode(manager: EntityManager, id: string): Promise<CodeRow> {
  const [row] = isUuid(id)
    ? await manager.query<CodeRow[]>(
        `select code_hash as "codeHash", tries, used_at as "usedAt", expires_at as "expiresAt"
           from phone_code where id = $1 for update`,
        [id],
      )
    : [];
  if (!row) throw new AppError('PHONE_CODE_EXPIRED');
  return row;
}
