import { setTimeout as pause } from 'node:timers/promises';
import { Refused, type GraphClient } from './graph-client.js';

const CHANGES = `query ($after: String) {
  caseChanges(after: $after, first: 500) { entries { caseNumber type taskId } cursor hasMore } }`;

/** How often the change feed is asked: by one for all lives, as an external system would follow its cases. */
const FOLLOW_MS = 50;
/** After that a life counts as failed. */
const LONGEST_WAIT_MS = 15_000;

interface Change {
  caseNumber: string;
  type: string;
  taskId: string | null;
}

/** Learns from the change feed which task was opened for which case. */
export class TaskFollower {
  private readonly waiting = new Map<string, (taskId: string) => void>();
  private readonly opened = new Map<string, string>();
  private ended = false;
  private following: Promise<void> = Promise.resolve();

  constructor(
    private readonly client: GraphClient,
    private readonly token: string,
    private cursor: string,
  ) {}

  start(): void {
    this.following = this.follow();
  }

  async stop(): Promise<void> {
    this.ended = true;
    await this.following;
  }

  taskOf(caseNumber: string): Promise<string> {
    const known = this.opened.get(caseNumber);
    if (known !== undefined) return Promise.resolve(known);
    return new Promise((resolve, reject) => {
      const giveUp = setTimeout(() => {
        this.waiting.delete(caseNumber);
        reject(new Refused('no task in time'));
      }, LONGEST_WAIT_MS);
      this.waiting.set(caseNumber, (taskId) => {
        clearTimeout(giveUp);
        resolve(taskId);
      });
    });
  }

  private async follow(): Promise<void> {
    while (!this.ended) {
      const answer = await this.client
        .ask<{ caseChanges: { entries: Change[]; cursor: string; hasMore: boolean } }>(
          CHANGES,
          { after: this.cursor },
          this.token,
        )
        .catch(() => null);
      for (const { type, caseNumber, taskId } of answer?.caseChanges.entries ?? [])
        if (type === 'taskOpened' && taskId !== null) this.tell(caseNumber, taskId);
      if (answer) this.cursor = answer.caseChanges.cursor;
      if (!answer?.caseChanges.hasMore) await pause(FOLLOW_MS);
    }
  }

  /** The feed may be quicker than the answer to the start. */
  private tell(caseNumber: string, taskId: string): void {
    this.opened.set(caseNumber, taskId);
    this.waiting.get(caseNumber)?.(taskId);
    this.waiting.delete(caseNumber);
  }
}
