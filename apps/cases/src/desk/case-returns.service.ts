import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CaseReturn } from './desk.types.js';

interface Row {
  caseNumber: string;
  taskId: string;
  data: { proposedUnitCode: string; legalGround: string; reason: string };
  at: Date;
  actorSubject: string | null;
  unitCode: string | null;
}

const RETURNS = `
select r.case_number as "caseNumber", r.id as "taskId", r.data, r.at, r.actor_subject as "actorSubject", t.unit_code as "unitCode"
from case_record r left join task t on t.id = r.id
where r.case_number = any($1) and r.kind = 'return' order by r.at, r.id`;

/** Both sides of a dispute about whose a case is: every return with the unit that made it, the oldest first. */
@Injectable()
export class CaseReturnsService {
  constructor(private readonly dataSource: DataSource) {}

  async of(caseNumbers: readonly string[]): Promise<Map<string, CaseReturn[]>> {
    const byCase = new Map(caseNumbers.map((number) => [number, [] as CaseReturn[]]));
    for (const { caseNumber, taskId, data, at, actorSubject, unitCode } of await this.dataSource.query<Row[]>(RETURNS, [caseNumbers])) {
      byCase.get(caseNumber)?.push({
        ...{ taskId, at, legalGround: data.legalGround, reason: data.reason },
        unit: unitCode === null ? null : { code: unitCode },
        proposedUnit: { code: data.proposedUnitCode },
        by: actorSubject === null ? null : { id: actorSubject },
      });
    }
    return byCase;
  }
}
