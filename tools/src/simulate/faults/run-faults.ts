import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { ReasonKind } from '@yiwang/domain/stuck';
import { messageOf } from '../../infrastructure/problem.js';
import type { Screen } from '../../start/screen.js';
import { FAULTS, type Fault } from './faults.js';
import { Laboratory } from './laboratory.js';
import { describeFaults, isWell, summaryOf, type FaultResult } from './report.js';

const RIGHT_WITHIN_MS = 60_000;

/** Breaks a system in every way that is known, one after the other, and looks whether its page tells the truth about it. */
export async function runFaults({ count, json, keep }: { count: number; json: string | null; keep: boolean }, screen: Screen): Promise<boolean> {
  const lab = await Laboratory.begin(screen);
  let isToBeLookedAt = true;
  try {
    const results: FaultResult[] = [];
    for (const fault of FAULTS) {
      screen.progress(fault.name);
      results.push(await tryOut(lab, fault, count));
    }
    const summary = summaryOf(results);
    screen.line(describeFaults(summary));
    if (json) await writeFile(json, `${JSON.stringify(summary, null, 2)}\n`);
    isToBeLookedAt = !isWell(summary);
    return isWell(summary);
  } finally {
    await lab.end(isToBeLookedAt || keep);
  }
}

async function tryOut(lab: Laboratory, fault: Fault, count: number): Promise<FaultResult> {
  const { name, shows, mend } = fault;
  const empty = { name, shows, cases: 0, shownAfterMs: [], instead: {}, mend: null };
  try {
    const numbers = await fault.inject(lab, count);
    const seen = read(await lab.watch(numbers, shows, fault.withinMs));
    const mended = mend ? { by: mend.by, ...(await mendAll(lab, mend, numbers)) } : null;
    return { ...empty, cases: numbers.length, shownAfterMs: seen.afterMs, instead: seen.instead, mend: mended, failed: null };
  } catch (error) {
    // What is broken must not stay broken for the faults that follow.
    await mend?.relieve?.(lab, []).catch(() => undefined);
    return { ...empty, failed: messageOf(error) };
  } finally {
    lab.gateway.answer(200);
  }
}

async function mendAll(lab: Laboratory, mend: NonNullable<Fault['mend']>, numbers: readonly string[]) {
  await mend.relieve?.(lab, numbers);
  const { by, isRight } = mend;
  // What is refused shows in what the case says afterwards.
  if (by !== 'itself') for (const number of numbers) await lab.repair(number, by).catch(() => undefined);
  const { afterMs, instead } = read(await lab.watch(numbers, mend.shows, mend.withinMs));
  const wrong = isRight ? await notRight(lab, isRight, numbers) : 0;
  return wrong === 0 ? { afterMs, instead } : { afterMs: afterMs.slice(wrong), instead: { ...instead, 'still wrong': wrong } };
}

async function notRight(lab: Laboratory, isRight: NonNullable<NonNullable<Fault['mend']>['isRight']>, numbers: readonly string[]): Promise<number> {
  for (const begun = Date.now(); ; await pause(1_000)) {
    const right = await Promise.all(numbers.map((number) => isRight(lab, number)));
    const wrong = right.filter((one) => !one).length;
    if (wrong === 0 || Date.now() - begun > RIGHT_WITHIN_MS) return wrong;
  }
}

function read(seen: ReadonlyMap<string, { last: ReasonKind | null; afterMs: number | null }>): { afterMs: number[]; instead: Record<string, number> } {
  const instead: Record<string, number> = {};
  for (const { last, afterMs } of seen.values()) if (afterMs === null) instead[last ?? 'none'] = (instead[last ?? 'none'] ?? 0) + 1;
  return { afterMs: [...seen.values()].flatMap(({ afterMs }) => afterMs ?? []), instead };
}
