import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { recordAudit, recordAudits, type AuditEntry } from '../audit/index.js';
import type { Caller } from '../auth/caller.js';

/** What the audit will say of a mutation; the work may complete `target`, `positions` and `details` before it ends. */
export interface AuditedOperation extends Pick<AuditEntry, 'target' | 'positions' | 'idempotencyKey' | 'details'> {
  /** The mutation's name, as in the graph. */
  operation: string;
  caller: Caller;
}

/** One transaction per mutation, opened here and nowhere else, with its audit entry inside. */
@Injectable()
export class UnitOfWork {
  constructor(private readonly dataSource: DataSource) {}

  async run<T>(
    operation: AuditedOperation,
    work: (manager: EntityManager, operation: AuditedOperation) => Promise<T>,
  ): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      const result = await work(manager, operation);
      await recordAudit(manager, operation);
      return result;
    });
  }

  /** Several mutations that stand or fall together, each with its own audit entry. */
  async runAll<T>(operations: readonly AuditedOperation[], work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (manager) => {
      const result = await work(manager);
      await recordAudits(manager, operations);
      return result;
    });
  }
}
