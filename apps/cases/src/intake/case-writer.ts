import { Injectable } from '@nestjs/common';
import type { CaseLifecycleInput } from '@yiwang/contracts/case-flow';
import { refuse, type Refusal } from '@yiwang/contracts/errors';
import { isOverdue } from '@yiwang/domain/clocks';
import type { CarriedPolicy } from '@yiwang/domain/policies';
import { hasRole, type Caller } from '@yiwang/platform/auth';
import { In, type EntityManager } from 'typeorm';
import { BusinessTime } from '../business-time.js';
import { CaseEntity } from '../case/case.entity.js';
import { ContentHashes } from '../personal-data/content-hashes.js';
import { Reporters, type SealedReporter } from '../personal-data/reporters.js';
import { FirstPromises, type FirstPromise } from '../policies/first-promises.js';
import { CaseNumbers } from './case-numbers.js';
import type { PreparedCase } from './case-preparation.js';
import { CASES_BY_KEY, INSERT_CASES, INSERT_FEW_CASES } from './insert-cases.sql.js';
import { starterOf } from './intake-access.js';

export type Written = { ok: true; case: CaseEntity; replayed: boolean } | Refusal;

interface Standing {
  number: string;
  idempotencyKey: string;
  contentHash: Buffer;
}

/** How a case ended that is recorded after its life. */
export interface CloseAs {
  reply: string;
  repliedAt: string;
}

export interface Draft {
  prepared: PreparedCase;
  number: string;
  receivedAt: Date;
  policy: CarriedPolicy;
  promised: FirstPromise;
  close: CloseAs | null;
  reporter: SealedReporter;
}

/** The most cases that single calls are written together with. */
export const FEW = 50;

/** Writes prepared cases so that each happens once, whatever is sent again or at the same time. */
@Injectable()
export class CaseWriter {
  constructor(
    private readonly numbers: CaseNumbers,
    private readonly promises: FirstPromises,
    private readonly time: BusinessTime,
    private readonly reporters: Reporters,
    private readonly hashes: ContentHashes,
  ) {}

  /** Numbers are taken before the transaction, so that it holds nothing while it waits. */
  async draft(prepared: PreparedCase, caller: Caller, close: CloseAs | null = null): Promise<Draft> {
    const receivedAt = close && prepared.reportedAt ? new Date(prepared.reportedAt) : this.time.now();
    const { countyCode, input } = prepared;
    const matter = { kind: input.kind ?? 'complaint', caseClass: input.caseClass, categoryCode: input.categoryCode };
    const [number, { policy, promised }] = await Promise.all([
      this.numbers.take(countyCode, receivedAt),
      this.promises.of(countyCode, matter, receivedAt.toISOString()),
    ]);
    const reporter = await this.reporters.seal(number, accountOf(caller), input.reporter ?? {});
    return { prepared, number, receivedAt, policy, promised, close, reporter };
  }

  /** @returns for each draft, in order: the case as written, the case that stood under its key, or why it is refused. */
  async write(manager: EntityManager, drafts: readonly Draft[], caller: Caller): Promise<Written[]> {
    const standing = drafts.length > 1 ? await this.standing(manager, drafts, caller) : new Map<string, Standing>();
    const first = firstOfEachKey(drafts.filter(({ prepared }) => !standing.has(prepared.input.idempotencyKey)));
    const fresh = await this.insert(manager, [...first.values()], caller);
    if (fresh.size < first.size) {
      for (const [key, found] of await this.standing(manager, drafts, caller)) standing.set(key, found);
    }
    const replayed = await this.replayed(manager, drafts, standing);
    return drafts.map((draft): Written => {
      const written = fresh.get(draft.number);
      if (written) return { ok: true, case: written, replayed: false };
      const { input, contentHash } = draft.prepared;
      const twin = first.get(input.idempotencyKey);
      const found = (twin && fresh.get(twin.number)) ?? replayed.get(standing.get(input.idempotencyKey)?.number ?? '');
      return found && this.hashes.match(found.contentHash, contentHash)
        ? { ok: true, case: found, replayed: true }
        : refuse('IDEMPOTENCY_CONFLICT', { field: 'idempotencyKey', value: input.idempotencyKey });
    });
  }

  private async replayed(manager: EntityManager, drafts: readonly Draft[], standing: Map<string, Standing>) {
    const numbers = drafts.flatMap(({ prepared }) => standing.get(prepared.input.idempotencyKey)?.number ?? []);
    const cases = numbers.length > 0 ? await manager.findBy(CaseEntity, { number: In(numbers) }) : [];
    return new Map(cases.map((one) => [one.number, one]));
  }

  private async standing(manager: EntityManager, drafts: readonly Draft[], caller: Caller) {
    const keys = drafts.map(({ prepared }) => prepared.input.idempotencyKey);
    const rows = await manager.query<Standing[]>(CASES_BY_KEY, [starterOf(caller), keys]);
    return new Map(rows.map((row) => [row.idempotencyKey, row]));
  }

  private async insert(manager: EntityManager, drafts: readonly Draft[], caller: Caller): Promise<Map<string, CaseEntity>> {
    if (drafts.length === 0) return new Map();
    const originals = new Map<string, string>();
    const rows = drafts.map((draft, ordinal) => {
      const signature = `${draft.prepared.countyCode}:${draft.prepared.signature.toString('hex')}`;
      const copyInBatch = originals.get(signature) ?? null;
      if (copyInBatch === null) originals.set(signature, draft.number);
      return { ...rowOf(draft, caller), ordinal, copy_in_batch: copyInBatch, urgency: drafts.length > FEW ? 1 : 0 };
    });
    const inserted = await manager.query<Pick<CaseEntity, 'number' | 'duplicateOf'>[]>(
      rows.length <= FEW ? INSERT_FEW_CASES : INSERT_CASES,
      [JSON.stringify(rows)],
    );
    const byNumber = new Map(drafts.map((draft) => [draft.number, draft]));
    return new Map(
      inserted.map(({ number, duplicateOf }) => [
        number,
        { ...entityOf(byNumber.get(number) as Draft, caller), duplicateOf },
      ]),
    );
  }
}

function firstOfEachKey(drafts: readonly Draft[]): Map<string, Draft> {
  const first = new Map<string, Draft>();
  for (const draft of drafts) {
    const { idempotencyKey } = draft.prepared.input;
    if (!first.has(idempotencyKey)) first.set(idempotencyKey, draft);
  }
  return first;
}

/** The case as it stands right after it was written, so that the answer needs no second read. */
function entityOf(draft: Draft, caller: Caller): CaseEntity {
  const { prepared, number, receivedAt, policy, promised, close } = draft;
  const { input, report, countyCode, areaCode, channel, aboutWhom } = prepared;
  const { responseDueAt: responseDue, resolutionDueAt: resolutionDue } = promised;
  const repliedAt = close && new Date(close.repliedAt);
  return {
    number,
    countyCode,
    areaCode,
    stage: close ? 'closed' : 'received',
    path: null,
    round: 1,
    kind: input.kind ?? 'complaint',
    caseClass: promised.caseClass,
    mode: input.mode ?? null,
    tier: null,
    unitCode: null,
    channel,
    categoryCode: input.categoryCode ?? null,
    title: report.title,
    text: report.text,
    placeText: input.placeText ?? null,
    qrPointCode: input.qrPointCode ?? null,
    receivedAt,
    reportedAt: prepared.reportedAt ? new Date(prepared.reportedAt) : null,
    policyVersion: policy.version,
    responseDueAt: new Date(responseDue),
    resolutionDueAt: new Date(resolutionDue),
    firstDueAt: new Date(resolutionDue),
    tierDueAt: null,
    provisional: promised.provisional,
    paused: null,
    reviewAt: null,
    card: 'none',
    mergedInto: null,
    firstResponseAt: repliedAt,
    resolvedAt: repliedAt,
    closedAt: repliedAt,
    closedAs: close && 'imported',
    responseOverdue: close !== null && isOverdue(responseDue, close.repliedAt),
    resolutionOverdue: close !== null && isOverdue(resolutionDue, close.repliedAt),
    handlerSubject: null,
    rating: null,
    starter: starterOf(caller),
    starterKind: caller.kind,
    clientId: caller.clientId,
    sourceReference: input.sourceReference ?? null,
    idempotencyKey: input.idempotencyKey,
    contentHash: prepared.contentHash,
    signature: prepared.signature,
    duplicateOf: null,
    reporterSubject: accountOf(caller),
    ...draft.reporter,
    onBehalf: Boolean(input.onBehalf),
    onBehalfSetting: input.onBehalf?.setting ?? null,
    aboutWhom,
    masked: aboutWhom !== null,
  };
}

/** A resident who is signed in reports for themselves. */
const accountOf = (caller: Caller): string | null => (hasRole(caller, 'resident') ? caller.subject : null);

/** What JSON cannot carry. */
const hexOf = (reporter: SealedReporter): Record<string, string> =>
  Object.fromEntries(
    Object.entries(reporter).flatMap(([name, value]) =>
      Buffer.isBuffer(value) ? [[snakeCase(name), value.toString('hex')]] : [],
    ),
  );

function rowOf(draft: Draft, caller: Caller) {
  const { input, report, countyCode, areaCode, channel, aboutWhom } = draft.prepared;
  const { number, contentHash, signature, kind, receivedAt, ...entity } = entityOf(draft, caller);
  const lifecycle: CaseLifecycleInput = {
    caseNumber: number,
    countyCode,
    areaCode,
    kind,
    channel,
    ...(input.caseClass && { caseClass: input.caseClass }),
    ...(input.categoryCode && { categoryCode: input.categoryCode }),
    ...(input.mode && { mode: input.mode }),
    ...(aboutWhom && { aboutWhom }),
    receivedAt: receivedAt.toISOString(),
    policy: draft.policy,
  };
  const columns = Object.entries({ number, kind, receivedAt, ...entity }).map(([name, value]) => [snakeCase(name), value]);
  return {
    ...(Object.fromEntries(columns) as Record<string, unknown>),
    further_text: report.furtherText,
    reply: draft.close?.reply ?? null,
    content_hash: contentHash.toString('hex'),
    signature: signature.toString('hex'),
    ...hexOf(draft.reporter),
    lifecycle: draft.close ? null : lifecycle,
  };
}

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
