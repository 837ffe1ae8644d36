import { Injectable } from '@nestjs/common';
import type { AboutWhom } from '@yiwang/contracts/case-flow';
import { isConcerned } from '@yiwang/domain/paths';
import type { FoundEntry } from '@yiwang/platform/audit';
import { AuditVeil } from '@yiwang/platform/audit-search';
import { PositionDirectory, type Caller } from '@yiwang/platform/auth';
import { asSystem } from '@yiwang/platform/row-scope';
import { DataSource } from 'typeorm';

interface Complaint {
  number: string;
  aboutWhom: AboutWhom;
  starter: string;
  reporterSubject: string | null;
}

const COMPLAINTS = `
select number, about_whom as "aboutWhom", starter, reporter_subject as "reporterSubject"
from case_file where number = any($1) and about_whom is not null`;

/** Complaints about officials: whoever one is about sees nothing of it, and nobody sees who brought it. */
@Injectable()
export class ComplaintsVeil extends AuditVeil {
  constructor(
    private readonly dataSource: DataSource,
    private readonly positions: PositionDirectory,
  ) {
    super();
  }

  override async leave(entries: FoundEntry[], caller: Caller): Promise<FoundEntry[]> {
    const numbers = [...new Set(entries.map(caseNumberOf).filter((number) => number !== null))];
    if (numbers.length === 0) return entries;
    // As for figures: the caller may not reach the case, and is not to learn of it that way.
    const found = await asSystem('facts', () => this.dataSource.query<Complaint[]>(COMPLAINTS, [numbers]));
    if (found.length === 0) return entries;
    const complaints = new Map(found.map((one) => [one.number, one]));
    const held = await this.positions.positionsOf(caller);
    return entries.filter((entry) => {
      const complaint = complaints.get(caseNumberOf(entry) ?? '');
      if (!complaint) return true;
      const isReporter = entry.actorSubject !== null && [complaint.starter, complaint.reporterSubject].includes(entry.actorSubject);
      return !isReporter && !isConcerned(complaint.aboutWhom, caller.subject, held);
    });
  }
}

/** The case of an entry; a task's id begins with its number. */
function caseNumberOf({ targetType, targetId }: FoundEntry): string | null {
  if (targetType === 'case' || targetType === 'cases') return targetId;
  return targetType === 'task' ? (targetId?.replace(/-[a-z]\d+$/, '') ?? null) : null;
}
