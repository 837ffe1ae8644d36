import { setTimeout as pause } from 'node:timers/promises';
import { askAs, type Change, type Scene } from './scene.js';
import { WATCHER } from './watcher.js';

const CHANGES = `query ($after: String) {
  caseChanges(after: $after, first: 500) { entries { cursor caseNumber type at actorKind taskId data } cursor hasMore } }`;
const FOLLOW_MS = 200;

interface Page {
  caseChanges: { entries: (Omit<Change, 'atMs' | 'data'> & { at: string; data: string })[]; cursor: string; hasMore: boolean };
}

/** Follows the change feed and passes on what happens, in order. */
export class Follower {
  private cursor: string | null = null;
  private isOver = false;
  private following: Promise<void> = Promise.resolve();

  constructor(
    private readonly scene: Scene,
    private readonly tell: (change: Change) => void,
  ) {}

  /** Begins with what happens from now on. */
  async start(): Promise<void> {
    while (await this.page(() => undefined));
    this.following = this.follow();
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await this.following;
    while (await this.page(this.tell));
  }

  private async follow(): Promise<void> {
    while (!this.isOver) {
      const hasMore = await this.page(this.tell).catch(() => false);
      if (!hasMore) await pause(FOLLOW_MS);
    }
  }

  private async page(tell: (change: Change) => void): Promise<boolean> {
    const { caseChanges } = await askAs<Page>(this.scene, WATCHER, 'caseChanges', CHANGES, { after: this.cursor });
    this.cursor = caseChanges.cursor;
    for (const { at, data, ...entry } of caseChanges.entries)
      tell({ ...entry, atMs: Date.parse(at), data: JSON.parse(data) as Change['data'] });
    return caseChanges.hasMore;
  }
}
