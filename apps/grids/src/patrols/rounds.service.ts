import { Injectable } from '@nestjs/common';
import { countyOf } from '@yiwang/domain/areas';
import { localDateOf } from '@yiwang/domain/calendar';
import { checkPosition, type GivenPosition, type Position } from '@yiwang/domain/media';
import type { Caller } from '@yiwang/platform/auth';
import { UnitOfWork } from '@yiwang/platform/database';
import { AppError, orThrow } from '@yiwang/platform/errors';
import { BusinessClock } from '@yiwang/platform/time';
import type { EntityManager } from 'typeorm';
import type { Geometry } from '../boundaries/boundary.rules.js';
import { Today } from '../dates.js';
import { Files } from '../files.js';
import { distanceM } from '../locating/locate-point.js';
import { readCompletion, type CompletePatrol } from './check-round.js';
import { Patrollers } from './patrollers.js';
import { ROUND_COLUMNS, roundKey, type RoundPlace, type RoundRow } from './round.sql.js';
import { PatrolSettingsService } from './settings.service.js';
import { USUAL_SETTING } from './patrol-setting.js';

export interface CheckIn extends GivenPosition {
  gridCode: string;
  day?: string | null;
  slot?: string | null;
}

/** Rounds as they are made: somebody is there, then it is done. */
@Injectable()
export class RoundsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly patrollers: Patrollers,
    private readonly settings: PatrolSettingsService,
    private readonly files: Files,
    private readonly clock: BusinessClock,
    private readonly today: Today,
  ) {}

  /**
   * Somebody is on the spot. A position outside the grid is noted, never refused: satellites err, and boundaries do.
   * @throws AppError PATROL_NOT_YOURS, PATROL_NOT_PLANNED, PATROL_TOO_EARLY, PATROL_DAY_OVER, PATROL_DONE, INPUT_INVALID
   */
  checkIn(caller: Caller, given: CheckIn): Promise<RoundRow> {
    return this.act(caller, 'checkInPatrol', given, async (manager, round) => {
      if (round.completedAt !== null) throw new AppError('PATROL_DONE');
      const now = this.clock.now();
      if (now < round.opensAt) throw new AppError('PATROL_TOO_EARLY', { opensAt: round.opensAt.toISOString() });
      const { position } = orThrow(checkPosition(given));
      const { place, distance } = await this.placeOf(manager, round, position);
      const [row] = await manager.query<RoundRow[]>(
        `with changed as (
           update patrol_round set checked_in_at = coalesce(case when subject = $4 then checked_in_at end, $5), subject = $4,
                  latitude = $6, longitude = $7, accuracy_m = $8, place = $9, distance_m = $10
            where grid_code = $1 and day = $2 and slot = $3 returning *)
         select ${ROUND_COLUMNS} from changed`,
        [
          ...[round.gridCode, round.day, round.slot, caller.subject, now],
          ...[position?.latitude ?? null, position?.longitude ?? null, position?.accuracyM ?? null, place, distance],
        ],
      );
      return { row: row!, details: { slot: round.slot, place } };
    });
  }

  /**
   * The round is done, with its proof; after its window it is late, and after its day too late. The same person's second
   * call answers what the first one did.
   * @throws AppError PATROL_NOT_YOURS, PATROL_NOT_PLANNED, PATROL_NOT_CHECKED_IN, PATROL_PICTURE_REQUIRED, PATROL_DONE,
   *   PATROL_DAY_OVER, ATTACHMENT_UNKNOWN, or a refused text
   */
  complete(caller: Caller, given: CompletePatrol): Promise<RoundRow> {
    return this.act(caller, 'completePatrol', given, async (manager, round) => {
      if (round.completedAt !== null) {
        if (round.subject === caller.subject) return { row: round, details: { again: true } };
        throw new AppError('PATROL_DONE');
      }
      if (round.checkedInAt === null || round.subject !== caller.subject) throw new AppError('PATROL_NOT_CHECKED_IN');
      const { note, findings, pictures } = readCompletion(given);
      const setting = await this.settings.ofCounty(round.countyCode);
      if (pictures.length === 0 && (setting ?? USUAL_SETTING).pictureRequired) {
        throw new AppError('PATROL_PICTURE_REQUIRED', { field: 'attachmentIds' });
      }
      await this.files.records.attach(manager, pictures, { caseNumber: roundKey(round), uploadedBy: caller.subject });
      const now = this.clock.now();
      const [row] = await manager.query<RoundRow[]>(
        `with changed as (
           update patrol_round set completed_at = $4, note = $5, state = case when $4 > closes_at then 'late' else 'done' end
            where grid_code = $1 and day = $2 and slot = $3 returning *)
         select ${ROUND_COLUMNS} from changed`,
        [round.gridCode, round.day, round.slot, now, note],
      );
      await manager.query(
        `insert into patrol_finding (id, grid_code, day, slot, subject, text, category_code, attachment_ids, found_at)
         select id, $1, $2::date, $3, $4, text, "categoryCode", "attachmentIds", $6
           from jsonb_to_recordset($5::jsonb) as r (id uuid, text text, "categoryCode" text, "attachmentIds" uuid[])`,
        [round.gridCode, round.day, round.slot, caller.subject, JSON.stringify(findings), now],
      );
      return { row: row!, details: { slot: round.slot, pictures: pictures.length, findings: findings.length } };
    });
  }

  private act(
    caller: Caller,
    name: string,
    given: { gridCode: string; day?: string | null; slot?: string | null },
    work: (manager: EntityManager, round: RoundRow) => Promise<{ row: RoundRow; details: Record<string, unknown> }>,
  ): Promise<RoundRow> {
    const { gridCode } = given;
    const target = { type: 'patrolRound', id: gridCode, countyCode: countyOf(gridCode) ?? undefined };
    const operation = { operation: name, caller, target, details: {} };
    return this.unitOfWork.attempt(operation, async () => {
      const day = this.today.or('day', given.day);
      await this.patrollers.insist(caller, gridCode, day);
      if (day < this.today.date()) throw new AppError('PATROL_DAY_OVER', { on: day });
      return this.unitOfWork.run(operation, async (manager) => {
        const round = await this.lock(manager, gridCode, day, given.slot ?? null);
        const { row, details } = await work(manager, round);
        target.id = roundKey(round);
        operation.details = details;
        return row;
      });
    });
  }

  /** The round that is named, or the one that is on or next. */
  private async lock(manager: EntityManager, gridCode: string, day: string, slot: string | null): Promise<RoundRow> {
    const [round] = await manager.query<RoundRow[]>(
      `select ${ROUND_COLUMNS} from patrol_round
        where grid_code = $1 and day = $2 and ($3::text is null or slot = $3)
        order by (closes_at > $4) desc, case when closes_at > $4 then closes_at end, closes_at desc limit 1 for update`,
      [gridCode, day, slot, this.clock.now()],
    );
    if (!round) throw new AppError('PATROL_NOT_PLANNED', { field: 'slot', value: gridCode, on: day });
    return round;
  }

  private async placeOf(
    manager: EntityManager,
    { gridCode, countyCode, opensAt }: RoundRow,
    position: Position | null,
  ): Promise<{ place: RoundPlace; distance: number | null }> {
    const [boundary] = await manager.query<{ geometry: Geometry }[]>(
      `select geometry from boundary where area_code = $1 and valid_from <= $2 and (valid_to is null or valid_to > $2)`,
      [gridCode, localDateOf(opensAt.toISOString())],
    );
    if (!boundary || position === null) return { place: 'unknown', distance: null };
    const distance = Math.round(distanceM(position.longitude, position.latitude, boundary.geometry));
    if (distance === 0) return { place: 'inside', distance };
    const { nearM } = (await this.settings.ofCounty(countyCode)) ?? USUAL_SETTING;
    return { place: distance <= nearM + (position.accuracyM ?? 0) ? 'near' : 'outside', distance };
  }
}
