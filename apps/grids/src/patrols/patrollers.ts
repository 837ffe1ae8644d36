import { Injectable } from '@nestjs/common';
import type { Caller } from '@yiwang/platform/auth';
import { PositionDirectory } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import { DutiesService } from '../duties/duties.service.js';
import { Jurisdiction } from '../jurisdiction.js';

const PATROLLING = ['gridMember', 'villageSecretary', 'serviceTeam'] as const;

/** Who patrols a grid: whoever holds such a post for it, or has a duty in it. */
@Injectable()
export class Patrollers {
  constructor(
    private readonly positions: PositionDirectory,
    private readonly jurisdiction: Jurisdiction,
    private readonly duties: DutiesService,
  ) {}

  /** @throws AppError PATROL_NOT_YOURS */
  async insist(caller: Caller, gridCode: string, day: string): Promise<void> {
    if (await this.jurisdiction.holds(caller, gridCode, PATROLLING)) return;
    const duties = await this.duties.ofPerson(caller.subject ?? '', day);
    if (duties.some((duty) => duty.gridCode === gridCode)) return;
    throw new AppError('PATROL_NOT_YOURS', { field: 'gridCode', value: gridCode });
  }

  /** The areas whose rounds are the caller's: of their posts, and the grids of their duties. */
  async areasOf(caller: Caller, day: string): Promise<string[]> {
    const positions = await this.positions.positionsOf(caller);
    const posts = positions.filter(({ role }) => (PATROLLING as readonly string[]).includes(role));
    const duties = await this.duties.ofPerson(caller.subject ?? '', day);
    return [...new Set([...posts.map(({ areaCode }) => areaCode), ...duties.map(({ gridCode }) => gridCode)])];
  }
}
