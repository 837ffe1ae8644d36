import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork, type AuditedOperation } from '@yiwang/platform/database';
import { AppError } from '@yiwang/platform/errors';
import { Authority } from '../positions/authority.js';
import { KeycloakSync } from './keycloak-sync.js';

/** Without letters and digits that are taken for each other when read out. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const LENGTH = 14;

/** Passwords live in Keycloak alone; an administrator can have one made that its owner changes at once. */
@Injectable()
export class FirstPasswords {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly authority: Authority,
    private readonly sync: KeycloakSync,
  ) {}

  /**
   * @returns the password; it is kept nowhere here.
   * @throws AppError NOT_FOUND, PERSON_STATE_REFUSES, SERVICE_UNAVAILABLE while Keycloak is away.
   */
  issue(id: string, caller: Caller): Promise<string> {
    const operation: AuditedOperation = { operation: 'issuePassword', caller, target: { type: 'person', id } };
    return this.unitOfWork.attempt(operation, async () => {
      const password = await this.unitOfWork.run(operation, async (manager) => {
        const { state, homeCode } = await this.authority.lockPerson(manager, caller, id, 'id');
        if (state !== 'active') throw new AppError('PERSON_STATE_REFUSES', { actual: state, expected: 'active' });
        operation.target = { type: 'person', id, countyCode: homeCode ?? undefined };
        return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
      });
      await this.set(id, password);
      return password;
    });
  }

  private async set(id: string, password: string): Promise<void> {
    const { keycloak, accounts } = this.sync;
    if (keycloak === null || accounts === null) throw new AppError('SERVICE_UNAVAILABLE', { part: 'keycloak' });
    try {
      await accounts.bring(id, 'request');
      await keycloak.setPassword(id, password);
    } catch {
      throw new AppError('SERVICE_UNAVAILABLE', { part: 'keycloak' });
    }
  }
}
