import type { CaseClass, CaseKind, Path, Rating, Stage } from '@yiwang/domain/paths';
import type { Change } from './scene.js';

/** A case as it stands at the end; instants in ISO 8601. */
export interface CaseFacts {
  number: string;
  stage: Stage;
  path: Path | null;
  round: number;
  kind: CaseKind;
  caseClass: CaseClass | null;
  receivedAt: string;
  resolutionDueAt: string;
  firstResponseAt: string | null;
  resolvedAt: string | null;
  closedAs: string | null;
  responseOverdue: boolean;
  resolutionOverdue: boolean;
  paused: 'waitingForResident' | 'suspended' | null;
  mergedInto: string | null;
  rating: Rating | null;
}

export const CASE_FIELDS = `number stage path round kind caseClass receivedAt resolutionDueAt firstResponseAt resolvedAt
  closedAs responseOverdue resolutionOverdue paused mergedInto rating`;

/** What happened, counted: by type of entry, and in how many cases. */
export interface Happened {
  entries: Record<string, number>;
  cases: Record<string, number>;
  /** Requests by what was asked for; one that moves a level up is the same request. */
  requested: Record<string, number>;
  /** Ratings of every round, by what they were. */
  rated: Record<string, number>;
}

/** Counts the change feed as it goes by. */
export class Chronicle {
  private readonly entries: Record<string, number> = {};
  private readonly cases = new Map<string, Set<string>>();
  private readonly requested: Record<string, number> = {};
  private readonly rated: Record<string, number> = {};
  private readonly lastOf = new Map<string, string>();

  add({ type, caseNumber, data }: Pick<Change, 'type' | 'caseNumber' | 'data'>): void {
    this.entries[type] = (this.entries[type] ?? 0) + 1;
    const cases = this.cases.get(type) ?? new Set();
    this.cases.set(type, cases.add(caseNumber));
    if (type === 'approvalRequested' && this.lastOf.get(caseNumber) !== 'approvalMovedUp') count(this.requested, data['kind']);
    if (type === 'rated') count(this.rated, data['rating']);
    this.lastOf.set(caseNumber, type);
  }

  happened(): Happened {
    const cases = Object.fromEntries([...this.cases].map(([type, numbers]) => [type, numbers.size]));
    return { entries: { ...this.entries }, cases, requested: { ...this.requested }, rated: { ...this.rated } };
  }
}

function count(counts: Record<string, number>, name: unknown): void {
  counts[String(name)] = (counts[String(name)] ?? 0) + 1;
}
