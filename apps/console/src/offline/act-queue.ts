import type { Problem } from '../graph/problems.js';
import type { DeviceStore } from './device-store.js';

export interface WaitingAct<K extends string = string> {
  /** Also the key under which the service counts it once. */
  id: string;
  /** Whose act it is: on a shared phone nobody sends what somebody else decided. */
  subject: string;
  kind: K;
  /** When it was decided, in ms; they are sent in this order. */
  at: number;
  /** What it is about, as its reader knows it. */
  title: string;
  /** What it changes: a later act on the same thing waits for an earlier one. */
  target: string;
  input: Record<string, unknown>;
  state: 'waiting' | 'refused';
  problem?: Problem;
}

/**
 * What became of an act: `later` where nothing is known of it, so that it has to be sent again; `isAlone` where the service
 * did answer, and failed with this one only.
 */
export type Sent = { is: 'done'; version?: number } | { is: 'later'; isAlone?: true } | { is: 'refused'; problem: Problem };
export type Submitted = { is: 'done' | 'kept' } | { is: 'refused'; problem: Problem };

interface Parts<K extends string> {
  subject: string;
  store: DeviceStore<WaitingAct<K>>;
  send(act: WaitingAct<K>): Promise<Sent>;
  now(): number;
  /** Does the work while no other window of the same person does it. */
  alone(work: () => Promise<void>): Promise<void>;
}

/**
 * Acts that may be sent later, kept on the device until the service has answered.
 *
 * 1. They are sent in order, by one window. Without an answer the rest waits too; where the service fails with one, what
 *    follows on the same target waits, and what concerns others goes on.
 * 2. A refused one stays with its words until its author sends it again or drops it; what follows on the same target waits
 *    for that, what concerns others goes on.
 * 3. An act carries the version that its author saw. Where an own act before it changed the version, it follows.
 */
export class ActQueue<K extends string = string> {
  private acts: readonly WaitingAct<K>[] = [];
  private readonly listeners = new Set<() => void>();
  private running: Promise<void> | null = null;

  constructor(private readonly parts: Parts<K>) {}

  /** Reads what was kept before. */
  async load(): Promise<void> {
    const all = await this.parts.store.all().catch(() => []);
    this.become(all.filter(({ subject }) => subject === this.parts.subject).sort((a, b) => a.at - b.at));
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly snapshot = (): readonly WaitingAct<K>[] => this.acts;

  /** Sends an act now, or keeps it: behind others of the same target, and where there is no answer. */
  async submit(given: Pick<WaitingAct<K>, 'id' | 'kind' | 'title' | 'target' | 'input'>): Promise<Submitted> {
    const act: WaitingAct<K> = { ...given, subject: this.parts.subject, at: this.parts.now(), state: 'waiting' };
    if (!this.acts.some(({ target }) => target === act.target)) {
      const sent = await this.parts.send(act);
      if (sent.is !== 'later') return sent.is === 'done' ? { is: 'done' } : sent;
    }
    try {
      await this.parts.store.put(act);
    } catch {
      return { is: 'refused', problem: { code: 'NOT_KEPT', message: '' } };
    }
    this.become([...this.acts, act]);
    return { is: 'kept' };
  }

  /** Sends what waits; one run at a time. */
  flush(): Promise<void> {
    this.running ??= this.parts.alone(() => this.run()).finally(() => (this.running = null));
    return this.running;
  }

  /** Sends a refused act again: on what its author has seen since, and in other words where they changed them. */
  async again(id: string, changes: Record<string, unknown> = {}): Promise<void> {
    await this.change(id, (act) => ({ ...act, state: 'waiting', problem: undefined, input: { ...act.input, ...changes } }));
    await this.flush();
  }

  async drop(id: string): Promise<void> {
    await this.parts.store.drop(id);
    this.become(this.acts.filter((act) => act.id !== id));
  }

  private async run(): Promise<void> {
    // Another window of the same person may have sent some of them.
    await this.load();
    const tried = new Set<string>();
    const failing = new Set<string>();
    for (;;) {
      const held = new Set([...failing, ...this.acts.filter(({ state }) => state === 'refused').map(({ target }) => target)]);
      const act = this.acts.find(({ id, state, target }) => state === 'waiting' && !held.has(target) && !tried.has(id));
      if (!act) return;
      tried.add(act.id);
      const sent = await this.parts.send(act);
      if (sent.is === 'later' && !sent.isAlone) return;
      if (sent.is === 'later') failing.add(act.target);
      else if (sent.is === 'refused') await this.change(act.id, (one) => ({ ...one, state: 'refused', problem: sent.problem }));
      else {
        await this.drop(act.id);
        await this.follow(act, sent.version);
      }
    }
  }

  private async follow({ target, input }: WaitingAct<K>, version: number | undefined): Promise<void> {
    if (version === undefined) return;
    for (const later of this.acts.filter((act) => act.target === target && act.input.version === input.version)) {
      await this.change(later.id, (act) => ({ ...act, input: { ...act.input, version } }));
    }
  }

  private async change(id: string, by: (act: WaitingAct<K>) => WaitingAct<K>): Promise<void> {
    const act = this.acts.find((one) => one.id === id);
    if (!act) return;
    const changed = by(act);
    await this.parts.store.put(changed);
    this.become(this.acts.map((one) => (one.id === id ? changed : one)));
  }

  private become(acts: readonly WaitingAct<K>[]): void {
    this.acts = acts;
    for (const listener of this.listeners) listener();
  }
}
