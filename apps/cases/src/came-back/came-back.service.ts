import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CAME_BACK } from './came-back.sql.js';
import type { CameBack, CameBackKind, Urged } from './came-back.types.js';

interface Row {
  caseNumber: string;
  type: 'urged' | 'residentUrged' | CameBackKind;
  at: Date;
  taskId: string | null;
}

/** What lists mark a case with. */
export interface Turns {
  urged: Urged | null;
  /** By the open task that it came back to; of several the latest. */
  back: ReadonlyMap<string, CameBack>;
}

/** How a case has gone that whoever looks through a list is to see: read of a whole page at once. */
@Injectable()
export class CameBackService {
  constructor(private readonly dataSource: DataSource) {}

  /** One statement for all of them; the caller was shown the cases before. A case that has nothing of the kind is left out. */
  async ofCases(numbers: readonly string[]): Promise<Map<string, Turns>> {
    const rows = await this.dataSource.query<Row[]>(CAME_BACK, [numbers]);
    const byCase = new Map<string, Row[]>();
    for (const row of rows) byCase.set(row.caseNumber, [...(byCase.get(row.caseNumber) ?? []), row]);
    return new Map([...byCase].map(([number, of]) => [number, turnsOf(of)]));
  }
}

/** The latest of what came back to any open task of a case; null where nothing did. */
export const latestBack = (turns: Turns | null): CameBack | null =>
  [...(turns?.back.values() ?? [])].sort((a, b) => a.at.getTime() - b.at.getTime()).at(-1) ?? null;

function turnsOf(rows: readonly Row[]): Turns {
  const inOrder = rows.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const urgings = inOrder.filter(({ taskId }) => taskId === null);
  const times = urgings.filter(({ type }) => type === 'urged').length;
  const lastAt = urgings.at(-1)?.at;
  return {
    urged: lastAt === undefined ? null : { times, byResident: urgings.length - times, lastAt },
    back: new Map(inOrder.flatMap(({ type, at, taskId }) => (taskId === null ? [] : [[taskId, { kind: type as CameBackKind, at }]]))),
  };
}
