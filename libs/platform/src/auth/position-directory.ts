import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { askSubgraph } from '../graphql/subgraph-client.js';
import { asSystem } from '../row-scope/row-scope.js';
import { acting, type Caller, type Position } from './caller.js';

/** Where positions come from: identity's own tables inside identity, identity's graph everywhere else. */
export abstract class PositionSource {
  abstract load(caller: Caller): Promise<Position[]>;
}

const MY_POSITIONS = '{ myPositions { id role areaCode unitCode actingForId readOnly } }';

/** Asks identity with the caller's own token, so identity decides for whom it answers. */
export class RemotePositions extends PositionSource {
  constructor(private readonly identityUrl: string) {
    super();
  }

  async load(caller: Caller): Promise<Position[]> {
    const { myPositions } = await askSubgraph<{ myPositions: Position[] }>(this.identityUrl, MY_POSITIONS, {}, caller);
    return myPositions;
  }
}

/**
 * Positions in force now, remembered for five seconds at most: a change of post is felt, and somebody who was suspended is
 * refused with a token still good, within that time.
 */
@Injectable()
export class PositionDirectory {
  private readonly known: LRUCache<string, Promise<Position[]>>;

  constructor(
    private readonly source: PositionSource,
    rememberMs = 5_000,
  ) {
    this.known = new LRUCache({ max: 20_000, ttl: rememberMs });
  }

  /** Of a caller who acts, those from which they may. @throws AppError SERVICE_UNAVAILABLE while identity is away. */
  async positionsOf(caller: Caller): Promise<Position[]> {
    const held = await this.heldBy(caller);
    return caller.acts ? acting(held) : held;
  }

  private async heldBy(caller: Caller): Promise<Position[]> {
    if (caller.subject === null) return [];
    const remembered = this.known.get(caller.subject);
    if (remembered) return remembered;
    const subject = caller.subject;
    const loading = asSystem('positions', () => this.source.load(caller));
    this.known.set(subject, loading);
    loading.catch(() => this.known.delete(subject));
    return loading;
  }

  forget(subject: string): void {
    this.known.delete(subject);
  }
}
