import { refuse, type Refusal } from '@yiwang/contracts/errors';
import { GRID_KINDS, type GridKind } from '../areas/area.entity.js';

export interface PatrolSlot {
  /** Its name in figures and calls, such as `morning`. */
  slot: string;
  /** `HH:MM`, Asia/Shanghai. */
  from: string;
  until: string;
}

export interface PatrolSetting {
  countyCode: string;
  enabled: boolean;
  /** Whether weekends and holidays have patrols too. */
  onDaysOff: boolean;
  slots: PatrolSlot[];
  gridKinds: GridKind[];
  /** Metres outside the boundary that still count as near. */
  nearM: number;
  pictureRequired: boolean;
}

/** Twice a day (Dashiqiao), on working days. */
export const USUAL_SLOTS: readonly PatrolSlot[] = [
  { slot: 'morning', from: '08:00', until: '12:00' },
  { slot: 'afternoon', from: '14:00', until: '18:00' },
];

export const USUAL_SETTING: Omit<PatrolSetting, 'countyCode'> = {
  enabled: true,
  onDaysOff: false,
  slots: [...USUAL_SLOTS],
  gridKinds: [...GRID_KINDS],
  nearM: 50,
  pictureRequired: true,
};

const MOST_SLOTS = 6;
const MOST_NEAR_M = 10_000;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const NAME = /^[a-z][a-zA-Z0-9]{0,19}$/;

const invalid = (field: string, expected: string): Refusal => refuse('INPUT_INVALID', { field, expected });

/** Whether rounds can be planned by it: slots in order, apart, within one day, each name once. Refuses with INPUT_INVALID. */
export function checkSetting({ slots, gridKinds, nearM }: PatrolSetting): { ok: true } | Refusal {
  if (slots.length === 0 || slots.length > MOST_SLOTS) {
    return invalid('slots', `1 至 ${MOST_SLOTS} 个时段 / 1 to ${MOST_SLOTS} slots`);
  }
  for (const [index, { slot, from, until }] of slots.entries()) {
    const before = slots[index - 1];
    if (!NAME.test(slot) || slots.some((other, at) => at < index && other.slot === slot)) {
      return invalid(`slots[${index}].slot`, '不重复的英文名 / a name of letters, each once');
    }
    if (!TIME.test(from) || !TIME.test(until)) return invalid(`slots[${index}]`, 'HH:MM');
    if (from >= until || (before && before.until > from)) {
      return invalid(`slots[${index}]`, '时段按先后排列、互不重叠 / slots in order and apart');
    }
  }
  if (gridKinds.length === 0) return invalid('gridKinds', GRID_KINDS.join(', '));
  if (!Number.isSafeInteger(nearM) || nearM < 0 || nearM > MOST_NEAR_M) return invalid('nearM', `0 … ${MOST_NEAR_M}`);
  return { ok: true };
}

/** The instant (ISO 8601, UTC) of a local time on a date; China has one time without summer time. */
export const instantAt = (date: string, time: string): string => new Date(`${date}T${time}:00+08:00`).toISOString();
