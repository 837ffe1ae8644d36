import { Injectable, Logger } from '@nestjs/common';
import { CATEGORIES, ERRORS } from '@yiwang/contracts/errors';
import { DataSource, type EntityManager } from 'typeorm';
import { recordAudit, recordAudits, type AuditEntry } from '../audit/index.js';
import type { Caller } from '../auth/caller.js';
import { AppError } from '../errors/index.js';

/** What the audit will say of a mutation; the work may complete `target`, `positions` and `details` before it ends. */
export interface AuditedOperation extends Pick<AuditEntry, 'target' | 'positions' | 'idempotencyKey' | 'details'> {
  /** The mutation's name, as in the graph. */
  operation: string;
  caller: Caller;
}

/** One transaction per mutation, opened here and nowhere else, with its audit entry inside. */
@Injectable()
export class UnitOfWork {
  private readonly logger = new Logger('UnitOfWork');

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

  /**
   * Whatever refuses the work is on the audit trail too, in a transaction of its own: by its code and field, never by
   * what was said. What went well costs nothing here.
   */
  async attempt<T>(operation: AuditedOperation, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof AppError && isRefusal(error)) await this.recordRefusal(operation, error);
      throw error;
    }
  }

  /** The caller is refused all the same where the audit cannot be written; then the log has to do. */
  private async recordRefusal(operation: AuditedOperation, { code, details: { field } }: AppError): Promise<void> {
    const details = { ...operation.details, code, ...(typeof field === 'string' ? { field } : {}) };
    const entry: AuditEntry = { ...operation, outcome: 'refused', details };
    await recordAudit(this.dataSource.manager, entry).catch((error: unknown) =>
      this.logger.error({ err: error, operation: operation.operation, code }, 'a refusal could not be audited'),
    );
  }
}

/** What a neighbour's absence or a fault of ours stops was not refused. */
const isRefusal = ({ code }: AppError): boolean => {
  const { http } = CATEGORIES[ERRORS[code].category];
  return http < 500;
};
