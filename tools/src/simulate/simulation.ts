import { setTimeout as pause } from 'node:timers/promises';
import { messageOf } from '../infrastructure/problem.js';
import { Chronicle, CASE_FIELDS, type CaseFacts } from './facts.js';
import { Follower } from './follower.js';
import { Overseers } from './overseers.js';
import type { PlannedCase } from './plan.js';
import { Residents } from './residents.js';
import { askAs, nowOf, type Change, type Life, type Scene } from './scene.js';
import { Staff } from './staff.js';
import { startCase } from './starts.js';
import { WATCHER } from './watcher.js';

const CASES = `query ($area: String!, $after: ID) { cases(filter: { areaCode: $area }, after: $after, first: 200) { ${CASE_FIELDS} } }`;
const LAST_WORD_MS = 3_000;

export interface Progress {
  started: number;
  over: number;
  of: number;
  businessMs: number;
}

/** One run: the planned cases arrive, people do what they do, until all is quiet or the time is over. */
export class Simulation {
  private readonly lives = new Map<string, Life>();
  private readonly byIndex = new Map<number, Life>();
  /** What the feed told of cases before their start was answered. */
  private readonly early = new Map<string, Change[]>();
  private readonly startedAt = new Map<string, number>();
  private readonly chronicle = new Chronicle();
  private readonly staff: Staff;
  private readonly residents: Residents;
  private readonly overseers: Overseers;
  private arrived = 0;
  private isCalledOff = false;

  constructor(
    private readonly scene: Scene,
    private readonly plan: readonly PlannedCase[],
    private readonly run: string,
    private readonly onProgress: (progress: Progress) => void,
  ) {
    this.staff = new Staff(scene);
    this.residents = new Residents(scene);
    this.overseers = new Overseers(scene);
  }

  callOff(): void {
    this.isCalledOff = true;
  }

  /** @returns what happened, once it is over. */
  async live() {
    const { agenda } = this.scene;
    const follower = new Follower(this.scene, (change) => this.hear(change));
    await follower.start();
    for (const matter of this.plan) agenda.add(matter.arrivesAtMs, () => this.arrive(matter));
    const reporting = setInterval(() => this.report(), 5_000);
    try {
      await agenda.run(() => this.isOver());
    } finally {
      clearInterval(reporting);
    }
    await pause(LAST_WORD_MS);
    await follower.stop();
    return this.chronicle.happened();
  }

  /** The cases of this run as they stand. */
  async cases(): Promise<CaseFacts[]> {
    const found: CaseFacts[] = [];
    const pageAfter = (after: string | null): Promise<{ cases: CaseFacts[] }> =>
      askAs(this.scene, WATCHER, 'cases', CASES, { area: this.scene.county.code, after });
    for (let after: string | null = null, isLast = false; !isLast; ) {
      const { cases } = await pageAfter(after);
      found.push(...cases.filter(({ number }) => this.lives.has(number)));
      after = cases.at(-1)?.number ?? null;
      isLast = cases.length < 200;
    }
    return found;
  }

  private isOver(): boolean {
    if (this.isCalledOff || nowOf(this.scene) >= this.scene.endMs) return true;
    return this.arrived === this.plan.length && [...this.lives.values()].every(({ isOver }) => isOver);
  }

  private report(): void {
    const over = [...this.lives.values()].filter(({ isOver }) => isOver).length;
    this.onProgress({ started: this.lives.size, over, of: this.plan.length, businessMs: nowOf(this.scene) });
  }

  private async arrive(matter: PlannedCase): Promise<void> {
    try {
      const life = await startCase(this.scene, matter, this.run);
      this.lives.set(life.number, life);
      this.byIndex.set(matter.index, life);
      this.startedAt.set(life.number, performance.now());
      this.residents.onStarted(life);
      const leading = matter.sameEventAs === null ? undefined : this.byIndex.get(matter.sameEventAs);
      if (leading) this.overseers.onTwin(life, leading);
      for (const change of this.early.get(life.number) ?? []) this.happen(change, life);
      this.early.delete(life.number);
    } catch (error) {
      this.scene.tally.note(`case ${matter.index} could not be started: ${messageOf(error)}`);
    } finally {
      this.arrived += 1;
    }
  }

  private hear(change: Change): void {
    const life = this.lives.get(change.caseNumber);
    if (life) this.happen(change, life);
    else this.early.set(change.caseNumber, [...(this.early.get(change.caseNumber) ?? []), change]);
  }

  private happen(change: Change, life: Life): void {
    this.chronicle.add(change);
    switch (change.type) {
      case 'taskOpened':
        this.noteOpening(life);
        return this.staff.onTask(change, life);
      case 'approvalRequested':
      case 'orderIssued':
        void this.staff.onAsked(change, life).catch((error: unknown) => this.scene.tally.note(messageOf(error)));
        return;
      case 'summoned':
        return this.staff.onSummoned(change);
      case 'answered':
        return this.residents.onAnswered(change, life);
      case 'paused':
        return this.residents.onPaused(change, life);
      case 'yellowCard':
        return this.overseers.onYellow(life);
      case 'redCard':
        return this.overseers.onRed(life);
      case 'reopened':
      case 'newRound':
      case 'resumed':
        life.isOver = false;
        return;
      case 'closed':
        life.isOver = true;
        return this.residents.onClosed(change, life);
      case 'withdrawn':
      case 'notAccepted':
      case 'suspended':
        // A suspended one may rest for months; it is quiet until it comes back.
        life.isOver = true;
    }
  }

  private noteOpening({ number }: Life): void {
    const startedAt = this.startedAt.get(number);
    if (startedAt === undefined) return;
    this.scene.tally.openings.push(performance.now() - startedAt);
    this.startedAt.delete(number);
  }
}
