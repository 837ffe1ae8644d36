import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { catchingUp, FASTEST_RATE, IDENTITY, isIdentity, rateOf, readTimeSetting, writeTimeSetting, type TimeMap } from '@yiwang/domain/time';
import { StartProblem } from '../infrastructure/problem.js';

/** What `--time` asks for: how fast business time runs, and where it begins; null for now. */
export interface TimeWish {
  rate: number;
  businessStartMs: number | null;
  /** So much business time (ms) is lived until now is reached, and from then on time is the real one. */
  historyMs?: number;
}

export const TIME_FILE = 'time.json';

const WITH_ZONE = /(Z|[+-]\d{2}:\d{2})$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const EXAMPLE = '--time 1440@2026-06-01T09:00';

/** Reads RATE[@BUSINESS_START]; a day or time without a zone is Asia/Shanghai, as people there write it. */
export function readTimeWish(text: string): TimeWish {
  const [rateText = '', start, ...rest] = text.split('@');
  const rate = rateOf(rateText);
  if (rate === null || rest.length > 0)
    throw new StartProblem(`--time takes a rate above 0 and up to ${FASTEST_RATE}, and where it begins: ${EXAMPLE}`);
  if (start === undefined) return { rate, businessStartMs: null };
  const businessStartMs = Date.parse(`${DAY.test(start) ? `${start}T00:00` : start}${WITH_ZONE.test(start) ? '' : '+08:00'}`);
  if (Number.isNaN(businessStartMs)) throw new StartProblem(`--time cannot begin at "${start}": ${EXAMPLE}`);
  return { rate, businessStartMs };
}

export interface TimeLineFacts {
  dataDir: string;
  wish: TimeWish | null;
  environment: string;
}

/**
 * The mapping of a data folder: made once, where it begins, and then kept, so that a restart goes on along the same line
 * and the engine's timers still mean what they meant. Where there is none both times are the same.
 * @returns what begins it, at an instant (ms) of the engine, once the parts are up that take long.
 * @throws StartProblem at once for what cannot be
 */
export async function timeLineOf({ dataDir, wish, environment }: TimeLineFacts): Promise<(nowMs: number) => Promise<TimeMap>> {
  const file = join(dataDir, TIME_FILE);
  const kept = await readKept(file);
  if (environment === 'production' && (kept || wish))
    throw new StartProblem('Time that is mapped for a simulation is refused with YIWANG_ENV=production');
  const standing = wish && kept ? sameAs(kept, wish, dataDir) : (kept ?? (wish ? null : IDENTITY));
  if (standing || !wish) return () => Promise.resolve(standing ?? IDENTITY);
  if (existsSync(join(dataDir, 'secrets.json')))
    throw new StartProblem(
      `The cases in ${dataDir} live in real time: add --reset to begin anew, or name another folder with YIWANG_DATA`,
    );
  return async (nowMs) => {
    const map = begun(wish, nowMs);
    await writeFile(file, `${JSON.stringify({ YIWANG_TIME: writeTimeSetting(map) }, null, 2)}\n`);
    return map;
  };
}

function begun({ rate, businessStartMs, historyMs }: TimeWish, nowMs: number): TimeMap {
  return historyMs === undefined
    ? { engineEpochMs: nowMs, businessEpochMs: businessStartMs ?? nowMs, rate }
    : catchingUp(nowMs, historyMs, rate);
}

/** Whether time runs at its own speed by now. */
export const isReal = (time: TimeMap, nowMs: number): boolean =>
  isIdentity(time) || (time.untilEngineMs !== undefined && time.untilEngineMs <= nowMs);

async function readKept(file: string): Promise<TimeMap | null> {
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  const read = readTimeSetting((JSON.parse(text) as { YIWANG_TIME: string }).YIWANG_TIME);
  if (!read.ok) throw new StartProblem(`${file} cannot be read: ${read.expected}`);
  return read.map;
}

function sameAs(kept: TimeMap, { rate, businessStartMs }: TimeWish, dataDir: string): TimeMap {
  if (kept.rate === rate && (businessStartMs === null || businessStartMs === kept.businessEpochMs)) return kept;
  const since = new Date(kept.businessEpochMs).toISOString();
  throw new StartProblem(
    `Time in ${dataDir} runs ${kept.rate} times as fast since ${since}, and its cases count on it: leave out --time to go on, ` +
      'or add --reset to begin anew',
  );
}
