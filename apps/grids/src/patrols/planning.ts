import { villageOf } from '@yiwang/domain/areas';
import type { PatrolActivities, PatrolDayPlan, PatrolSlotPlan } from '@yiwang/contracts/patrols';
import { recordAudit } from '@yiwang/platform/audit';
import { enqueue } from '@yiwang/platform/notification';
import type { DataSource, EntityManager } from 'typeorm';
import { instantAt, type PatrolSetting, type PatrolSlot } from './patrol-setting.js';
import { SETTING_COLUMNS } from './settings.service.js';

type PlanDay = Parameters<PatrolActivities['planPatrolDay']>[0];
type CloseSlot = Parameters<PatrolActivities['closePatrolSlot']>[0];

const SYSTEM = { kind: 'system' } as const;
const NAMES_SHOWN = 10;

/** Without the slots that have closed already: nobody could have done them. */
function slotsToCome(setting: PatrolSetting | undefined, day: PlanDay): PatrolSlot[] {
  if (!setting?.enabled || !(day.isWorkingDay || setting.onDaysOff)) return [];
  return setting.slots.filter(({ until }) => instantAt(day.date, until) > day.now);
}

const ROUNDS = `
  insert into patrol_round (grid_code, day, slot, county_code, opens_at, closes_at)
  select a.code, $2::date, s.slot, $1, s.opens, s.closes
    from area a cross join jsonb_to_recordset($3::jsonb) as s (slot text, opens timestamptz, closes timestamptz)
   where a.code ~>=~ $1 and a.code ~<~ ($1 || ':') and length(a.code) = 15 and a.grid_kind = any($4)
     and a.valid_from <= $2::date and (a.valid_to is null or a.valid_to > $2::date)
  on conflict do nothing`;

const PLANNED = `
  select slot, to_char(min(closes_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "closesAt",
         count(*)::int as rounds
    from patrol_round where county_code = $1 and day = $2 group by slot order by min(closes_at)`;

/** Plans days and closes slots, each in one transaction and once, however often it is asked. */
export class PatrolPlanning {
  constructor(private readonly dataSource: DataSource) {}

  /** Bound by hand: a worker takes activities as plain functions. */
  readonly activities: PatrolActivities = {
    planPatrolDay: (day) => this.planDay(day),
    closePatrolSlot: (slot) => this.closeSlot(slot),
  };

  planDay(day: PlanDay): Promise<PatrolDayPlan> {
    const { countyCode, date } = day;
    return this.dataSource.transaction(async (manager) => {
      const [setting] = await manager.query<PatrolSetting[]>(
        `select ${SETTING_COLUMNS} from patrol_setting where county_code = $1`,
        [countyCode],
      );
      const slots = slotsToCome(setting, day);
      const rows = await manager.query<unknown[]>(
        `insert into patrol_day (county_code, day, is_working_day, is_provisional, slots) values ($1, $2, $3, $4, $5)
         on conflict do nothing returning day`,
        [countyCode, date, day.isWorkingDay, day.isProvisional, JSON.stringify(slots)],
      );
      if (rows.length > 0) await this.writeRounds(manager, day, slots, setting?.gridKinds ?? []);
      return { slots: await manager.query<PatrolSlotPlan[]>(PLANNED, [countyCode, date]) };
    });
  }

  private async writeRounds(manager: EntityManager, day: PlanDay, slots: PatrolSlot[], kinds: string[]): Promise<void> {
    const { countyCode, date, isWorkingDay } = day;
    const timed = slots.map(({ slot, from, until }) => ({
      slot,
      opens: instantAt(date, from),
      closes: instantAt(date, until),
    }));
    if (timed.length > 0) await manager.query(ROUNDS, [countyCode, date, JSON.stringify(timed), kinds]);
    await recordAudit(manager, {
      operation: 'planPatrols',
      caller: SYSTEM,
      target: { type: 'patrolDay', id: `${countyCode}/${date}`, countyCode },
      details: { isWorkingDay, slots: slots.length },
    });
  }

  closeSlot({ countyCode, date, slot }: CloseSlot): Promise<{ missed: number }> {
    return this.dataSource.transaction(async (manager) => {
      const missed = await manager.query<{ gridCode: string; gridName: string; villageName: string; hours: string }[]>(
        `with missed as (
           update patrol_round set state = 'missed'
            where county_code = $1 and day = $2 and slot = $3 and state = 'planned' returning *)
         select m.grid_code as "gridCode", a.name as "gridName", coalesce(v.name, left(m.grid_code, 12)) as "villageName",
                to_char(m.opens_at at time zone 'Asia/Shanghai', 'HH24:MI') || '–' ||
                  to_char(m.closes_at at time zone 'Asia/Shanghai', 'HH24:MI') as hours
           from missed m join area a on a.code = m.grid_code left join area v on v.code = left(m.grid_code, 12)
          order by m.grid_code`,
        [countyCode, date, slot],
      );
      for (const [village, grids] of byVillage(missed)) {
        const [{ villageName, hours }] = grids as [(typeof grids)[0]];
        const names = grids.slice(0, NAMES_SHOWN).map(({ gridName }) => gridName);
        await enqueue(manager, 'grids', {
          dedupeKey: `patrol/${village}/${date}/${slot}`,
          type: 'patrolMissed',
          to: { kind: 'position', roles: ['villageSecretary'], areaCode: village },
          data: {
            ...{ area: villageName, date, slot: hours, missed: grids.length },
            grids: `${names.join('、')}${grids.length > NAMES_SHOWN ? ' …' : ''}`,
          },
        });
      }
      const [counted] = await manager.query<{ n: number }[]>(
        `select count(*)::int as n from patrol_round
          where county_code = $1 and day = $2 and slot = $3 and state in ('missed', 'late')`,
        [countyCode, date, slot],
      );
      if (missed.length > 0) {
        await recordAudit(manager, {
          operation: 'closePatrols',
          caller: SYSTEM,
          target: { type: 'patrolDay', id: `${countyCode}/${date}`, countyCode },
          details: { slot, missed: missed.length },
        });
      }
      return { missed: counted!.n };
    });
  }
}

function byVillage<T extends { gridCode: string }>(rounds: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const round of rounds) {
    const village = villageOf(round.gridCode)!;
    groups.set(village, [...(groups.get(village) ?? []), round]);
  }
  return groups;
}
