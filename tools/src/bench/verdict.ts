import type { Memory } from './cpu.js';
import type { Measured } from './measure.js';
import { right, totalOf, whole } from './report.js';
import type { DecisionsFigures, IntakeFigures, LivesFigures, TimersFigures } from './run-parts.js';

/** On two quiet cores with the load generator included; memory of all our Node processes at rest, in MB. */
const WANTED = {
  ...{ single: 800, batch: 3_000, livesOfFloor: 0.7, memoryMb: 1_229 },
  ...{ decisionP99Ms: 150, decisionsOfFloor: 0.7 },
  ...{ workerMb: 1_536, steadyMs: 60_000, ringP99Ms: 5_000 },
};

const line = (name: string, got: string, isReached: boolean, wanted: string, floor = ''): string =>
  `  ${isReached ? 'reached    ' : 'NOT reached'}  ${name.padEnd(34)} ${right(got, 8)}   wanted ${wanted}${floor}`;

/** Milliseconds of CPU that one case or life costs in all: what stays comparable while others use the machine. */
const cpuOfOne = ({ cpu, count }: Measured): number =>
  Object.values(cpu.parts).reduce((sum, ms) => sum + ms, 0) / Math.max(count, 1);

const intakeLines = ({ rows, inserts }: IntakeFigures): string[] =>
  rows
    .filter(({ through }) => through === 'gateway')
    .map(({ kind, relay, measured }) => {
      const { perSecond } = measured;
      const cost = cpuOfOne(measured);
      const ofFloor = `   ${cost.toFixed(2)} ms of CPU each; ${(perSecond / inserts[kind].perSecond).toFixed(2)} of the bare insert`;
      const name = `${kind === 'single' ? 'one by one' : 'in batches'}, relay ${relay}, a second`;
      return line(name, whole(perSecond), perSecond >= WANTED[kind], `≥ ${whole(WANTED[kind])}`, ofFloor);
    });

function ratioLine(name: string, what: string, real: Measured, floor: Measured, wanted: number): string {
  const ratio = real.perSecond / floor.perSecond;
  const costs = `${cpuOfOne(floor).toFixed(1)} of ${cpuOfOne(real).toFixed(1)} ms a ${what}`;
  const byCpu = `   by CPU ${(cpuOfOne(floor) / cpuOfOne(real)).toFixed(2)} (${costs})`;
  return line(name, ratio.toFixed(2), ratio >= wanted, `≥ ${wanted}`, byCpu);
}

const livesLines = ({ lives, floor }: LivesFigures): string[] => [
  ratioLine('lives, of the bare floor', 'life', lives, floor, WANTED.livesOfFloor),
];

const decisionLines = ({ atRate, throughGraph, atEngine, floor }: DecisionsFigures): string[] => [
  line('decision at 10 a second, p99 ms', whole(atRate.p99), atRate.p99 <= WANTED.decisionP99Ms, `≤ ${WANTED.decisionP99Ms}`),
  ratioLine('decisions at the engine, of floor', 'decision', atEngine, floor, WANTED.decisionsOfFloor),
  ratioLine('decisions by graph, of floor', 'decision', throughGraph, floor, WANTED.decisionsOfFloor),
];

const timerLines = ({ workerPeakMb, restart, even, burst }: TimersFigures): string[] => [
  line('worker with timers armed, MB', whole(workerPeakMb), workerPeakMb <= WANTED.workerMb, `≤ ${whole(WANTED.workerMb)}`),
  line('worker killed, steady after, s', (restart.steadyMs / 1_000).toFixed(1), restart.steadyMs <= WANTED.steadyMs, '≤ 60'),
  line('ring at 20 a second, p99 s', (even.p99 / 1_000).toFixed(1), even.count >= even.due && even.p99 <= WANTED.ringP99Ms, '≤ 5'),
  line(
    'burst rung, of those due',
    (burst.count / burst.due).toFixed(2),
    burst.count === burst.due && burst.doubled === 0,
    '1',
    `   ${whole(burst.due)} in ${(burst.last / 1_000).toFixed(0)} s`,
  ),
];

export interface Figures {
  intake: IntakeFigures | null;
  lives: LivesFigures | null;
  decisions: DecisionsFigures | null;
  timers: TimersFigures | null;
  memory: { before: Memory[]; after: Memory[] };
}

/** The figures beside what is wanted and beside their floors. */
export function describeVerdict({ intake, lives, decisions, timers, memory }: Figures): string {
  const resident = (name: string, processes: Memory[]): string => {
    const mb = totalOf(processes, 'rssMb');
    return line(name, whole(mb), mb <= WANTED.memoryMb, `≤ ${whole(WANTED.memoryMb)}`);
  };
  return [
    '\nWanted on two quiet cores, the load included',
    ...(intake ? intakeLines(intake) : []),
    ...(lives ? livesLines(lives) : []),
    ...(decisions ? decisionLines(decisions) : []),
    ...(timers ? timerLines(timers) : []),
    resident('memory as found, MB', memory.before),
    resident('memory after load, MB', memory.after),
  ].join('\n');
}

export interface Left {
  removed: number;
  unsettled: number;
  waiting: number;
  keep: boolean;
}

/** What the run leaves behind in the demonstration county. */
export function describeLeft({ removed, unsettled, waiting, keep }: Left): string {
  const cases = keep
    ? 'All cases of the bench stay and become workflows as the relay comes to them'
    : `${whole(removed)} cases of the bench were removed; those that lived to their end or had just begun stay, marked 【性能测试】`;
  const late = unsettled > 0 ? ` The worker has yet to open the tasks of ${whole(unsettled)} that were started.` : '';
  return `\n${cases}. ${whole(waiting)} wait for the relay.${late}`;
}
