import { readFileSync, readdirSync } from 'node:fs';
import { cpus } from 'node:os';

/** Of Linux on every machine that matters. */
const TICK_MS = 10;

/** Which part of the system a process belongs to, by its command line. */
const PARTS: readonly [RegExp, string][] = [
  [/apps\/gateway\/dist\/main\.js/, 'gateway'],
  [/apps\/cases\/dist\/main\.js/, 'cases'],
  [/apps\/cases\/dist\/worker\.js/, 'cases worker'],
  [/apps\/identity\/dist\/main\.js/, 'identity'],
  [/apps\/departments\/dist\/main\.js/, 'departments'],
  [/apps\/grids\/dist\/main\.js/, 'grids'],
  [/apps\/evaluations\/dist\/main\.js/, 'evaluations'],
  [/tools\/dist\/start\/main\.js/, 'supervisor'],
  [/bootstrap\.mjs start/, 'start command'],
  [/postgres/, 'postgres'],
  [/keycloak/, 'keycloak'],
  [/temporal/, 'temporal'],
];
export const OUR_PROCESSES = PARTS.slice(0, 9).map(([, part]) => part);

/** CPU milliseconds by part, and by the whole machine. */
interface Sample {
  parts: Map<string, number>;
  bench: number;
  busy: number;
  at: number;
}

export interface CpuUse {
  /** Milliseconds of CPU in the window, by part of the system; `bench` is the load itself. */
  parts: Record<string, number>;
  /** Cores that processes outside the system kept busy meanwhile. */
  others: number;
}

export interface Memory {
  part: string;
  rssMb: number;
  /** With pages shared with others counted in part only. */
  pssMb: number;
}

interface Process {
  pid: number;
  part: string;
}

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

const kilobytes = (pid: number, file: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(read(`/proc/${pid}/${file}`))?.[1] ?? 0);

function statOf(pid: number): string[] {
  const stat = read(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** What the system's processes cost, read from /proc; elsewhere than on Linux everything is empty. */
export class CpuMeter {
  constructor(
    private readonly supervisor: number,
    /** Where PostgreSQL is the embedded one. */
    private readonly postmaster: number | null,
  ) {}

  private readonly ownChildren = new Set<number>();

  /** A process of the bench itself, such as the floor's worker. */
  addOwn(pid: number): void {
    this.ownChildren.add(pid);
  }

  sample(): Sample {
    const parts = new Map<string, number>();
    for (const { pid, part } of this.processes()) {
      const [user, system, ofEndedUser, ofEndedSystem] = statOf(pid).slice(11, 15).map(Number);
      // Backends come and go; the postmaster keeps what ended ones used.
      const ended = pid === this.postmaster ? (ofEndedUser ?? 0) + (ofEndedSystem ?? 0) : 0;
      parts.set(part, (parts.get(part) ?? 0) + ((user ?? 0) + (system ?? 0) + ended) * TICK_MS);
    }
    const { user, system } = process.cpuUsage();
    const [, ...fields] = (read('/proc/stat').split('\n')[0] ?? '').trim().split(/\s+/);
    const [busyUser = 0, nice = 0, busySystem = 0, , , irq = 0, softirq = 0] = fields.map(Number);
    const busy = (busyUser + nice + busySystem + irq + softirq) * TICK_MS;
    return { parts, bench: (user + system) / 1_000, busy, at: performance.now() };
  }

  between(before: Sample, after: Sample): CpuUse {
    const parts: Record<string, number> = { bench: after.bench - before.bench };
    for (const [part, ms] of after.parts) parts[part] = ms - (before.parts.get(part) ?? 0);
    const ours = Object.values(parts).reduce((sum, ms) => sum + ms, 0);
    return { parts, others: Math.max(0, (after.busy - before.busy - ours) / (after.at - before.at)) };
  }

  /** The processes of one part. */
  pidsOf(wanted: string): number[] {
    return this.processes().flatMap(({ pid, part }) => (part === wanted ? [pid] : []));
  }

  /** The most memory that the processes of a part have held so far, in MB. */
  peakMb(part: string): number {
    return this.pidsOf(part).reduce((sum, pid) => sum + kilobytes(pid, 'status', 'VmHWM') / 1_024, 0);
  }

  /** Resident memory of our own Node processes. */
  memory(): Memory[] {
    return this.processes()
      .filter(({ part }) => OUR_PROCESSES.includes(part))
      .map(({ pid, part }) => ({
        part,
        rssMb: kilobytes(pid, 'status', 'VmRSS') / 1_024,
        pssMb: kilobytes(pid, 'smaps_rollup', 'Pss') / 1_024,
      }))
      .sort((a, b) => OUR_PROCESSES.indexOf(a.part) - OUR_PROCESSES.indexOf(b.part));
  }

  /** The supervisor, all below it, and the command above it. */
  private processes(): Process[] {
    const parents = new Map(
      (process.platform === 'linux' ? readdirSync('/proc') : [])
        .filter((name) => /^\d+$/.test(name))
        .map((name) => [Number(name), Number(statOf(Number(name))[1])]),
    );
    const isBelow = (pid: number, top: number): boolean => {
      for (let at: number | undefined = pid; at; at = parents.get(at)) if (at === top) return true;
      return false;
    };
    return [...parents.keys()].flatMap((pid) => {
      if (this.ownChildren.has(pid)) return [{ pid, part: 'floor worker' }];
      const isPostgres = this.postmaster !== null && isBelow(pid, this.postmaster);
      if (isPostgres) return [{ pid, part: 'postgres' }];
      if (!isBelow(pid, this.supervisor) && parents.get(this.supervisor) !== pid) return [];
      const command = read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
      const part = PARTS.find(([pattern]) => pattern.test(command))?.[1];
      return part ? [{ pid, part }] : [];
    });
  }
}

export const CORES = cpus().length;
