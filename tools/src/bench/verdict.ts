import type { Memory } from './cpu.js';
import type { Measured } from './measure.js';
import { right, totalOf, whole } from './report.js';
import type { IntakeFigures, LivesFigures } from './run.js';

/** On two quiet cores with the load generator included; memory of all our Node processes at rest, in MB. */
const WANTED = { single: 800, batch: 3_000, livesOfFloor: 0.7, memoryMb: 1_229 };

const line = (name: string, got: string, isReached: boolean, wanted: string, floor = ''): string =>
  `  ${isReached ? 'reached    ' : 'NOT reached'}  ${name.padEnd(34)} ${right(got, 8)}   wanted ${wanted}${floor}`;

/** Milliseconds of CPU that one case or life costs in all: what stays comparable while others use the machine. */
const cpuOfOne = ({ cpu, count }: Measured): number =>
  Object.values(cpu.parts).reduce((sum, ms) => sum + ms, 0) / Math.max(count, 1);

/** The figures beside what is wanted and beside their floors. */
export function describeVerdict(
  { rows, inserts }: IntakeFigures,
  { lives, floor }: LivesFigures,
  memory: { before: Memory[]; after: Memory[] },
): string {
  const accepted = rows
    .filter(({ through }) => through === 'gateway')
    .map(({ kind, relay, measured }) => {
      const { perSecond } = measured;
      const cost = cpuOfOne(measured);
      const ofFloor = `   ${cost.toFixed(2)} ms of CPU each; ${(perSecond / inserts[kind].perSecond).toFixed(2)} of the bare insert`;
      const name = `${kind === 'single' ? 'one by one' : 'in batches'}, relay ${relay}, a second`;
      return line(name, whole(perSecond), perSecond >= WANTED[kind], `≥ ${whole(WANTED[kind])}`, ofFloor);
    });
  const byCpu = `   by CPU ${(cpuOfOne(floor) / cpuOfOne(lives)).toFixed(2)} (${whole(cpuOfOne(floor))} of ${whole(cpuOfOne(lives))} ms a life)`;
  const ratio = lives.perSecond / floor.perSecond;
  const resident = (name: string, processes: Memory[]): string => {
    const mb = totalOf(processes, 'rssMb');
    return line(name, whole(mb), mb <= WANTED.memoryMb, `≤ ${whole(WANTED.memoryMb)}`);
  };
  return [
    '\nWanted on two quiet cores, the load included',
    ...accepted,
    line('lives, of the bare floor', ratio.toFixed(2), ratio >= WANTED.livesOfFloor, `≥ ${WANTED.livesOfFloor}`, byCpu),
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
    : `${whole(removed)} cases of the bench that had no workflow yet were removed; those with one stay, marked 【性能测试】`;
  const late = unsettled > 0 ? ` The worker has yet to open the tasks of ${whole(unsettled)} that were started.` : '';
  return `\n${cases}. ${whole(waiting)} wait for the relay.${late}`;
}
