import { AppError } from '@yiwang/platform/errors';

export interface Subscriber {
  address: string;
  hasToken: boolean;
  /** The connection that the subscription came by. */
  connection: object;
}

/**
 * How many subscriptions are open at once: callers without a token count together by address, who brings one counts by
 * connection, because whoever they are is known to the services.
 */
export class OpenSubscriptions {
  private readonly counts = new Map<string | object, number>();

  constructor(private readonly most: number) {}

  /**
   * Takes a place.
   * @returns how to give it back; doing so again changes nothing.
   * @throws AppError TOO_MANY_REQUESTS
   */
  take({ address, hasToken, connection }: Subscriber): () => void {
    const owner = hasToken ? connection : address;
    const open = this.counts.get(owner) ?? 0;
    if (open >= this.most) throw new AppError('TOO_MANY_REQUESTS');
    this.counts.set(owner, open + 1);
    let isTaken = true;
    return () => {
      if (isTaken) this.giveBack(owner);
      isTaken = false;
    };
  }

  private giveBack(owner: string | object): void {
    const left = (this.counts.get(owner) ?? 0) - 1;
    if (left > 0) this.counts.set(owner, left);
    else this.counts.delete(owner);
  }
}
