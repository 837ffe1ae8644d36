import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { PositionDirectory } from '@yiwang/platform/auth';
import { BackgroundLoop } from '@yiwang/platform/loop';
import { asSystem } from '@yiwang/platform/row-scope';
import { DataSource } from 'typeorm';
import type { IdentityConfig } from '../config.js';
import { AccountSync } from './account-sync.js';
import { Keycloak } from './keycloak.js';
import { Pusher } from './pusher.js';
import { Reconciler } from './reconciler.js';
import { Watcher } from './watcher.js';

export const SYNC_SETTINGS = Symbol('how Keycloak is kept in step');
export type SyncSettings = Pick<IdentityConfig, Extract<keyof IdentityConfig, `KEYCLOAK_${string}`>>;

const PUSH_REST_MS = 500;
const WATCH_REST_MS = 2_000;
const SWEEP_REST_MS = 5_000;

/** Keeps people and Keycloak in step while the service runs; several copies share the work. */
@Injectable()
export class KeycloakSync implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('KeycloakSync');
  private isAway = false;
  private loops: BackgroundLoop[] = [];
  /** null without a secret: changes are noted and wait. */
  readonly keycloak: Keycloak | null;
  readonly accounts: AccountSync | null;

  constructor(
    private readonly source: DataSource,
    directory: PositionDirectory,
    @Inject(SYNC_SETTINGS) private readonly settings: SyncSettings,
  ) {
    const { KEYCLOAK_ADMIN_URL: url = settings.KEYCLOAK_URL, KEYCLOAK_REALM: realm } = settings;
    const clientId = settings.KEYCLOAK_IDENTITY_CLIENT;
    const clientSecret = settings.KEYCLOAK_IDENTITY_SECRET;
    this.keycloak = clientSecret === '' ? null : new Keycloak({ url, realm, clientId, clientSecret });
    this.accounts = this.keycloak && new AccountSync(source, this.keycloak, (id) => directory.forget(id));
  }

  onApplicationBootstrap(): void {
    if (!this.source.isInitialized) return;
    const { keycloak, accounts } = this;
    if (keycloak === null || accounts === null) {
      this.log.warn('KEYCLOAK_IDENTITY_SECRET is not set: Keycloak is not told of changes to people; they wait');
      return;
    }
    const pusher = new Pusher(this.source, accounts, (error) => this.failed(error));
    const watcher = new Watcher(this.source, keycloak);
    const reconciler = new Reconciler(this.source, keycloak, accounts);
    this.loops = [
      this.loop(() => pusher.pushOnce(), PUSH_REST_MS),
      this.loop(() => watcher.openDoors(), WATCH_REST_MS),
      this.loop(() => watcher.readChanges((id) => accounts.bring(id, 'event')), WATCH_REST_MS),
      this.loop(() => watcher.readSignIns(), WATCH_REST_MS),
      this.loop(() => this.sweep(reconciler), SWEEP_REST_MS),
    ];
    for (const loop of this.loops) loop.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
  }

  private loop(round: () => Promise<number>, restMs: number): BackgroundLoop {
    const noticing = async (): Promise<number> => {
      const done = await asSystem('keycloak', round);
      if (done > 0) this.isAway = false;
      return done;
    };
    return new BackgroundLoop(noticing, { restMs, onFailure: (error) => this.failed(error) });
  }

  private async sweep(reconciler: Reconciler): Promise<number> {
    if (!(await reconciler.takeTurn(this.settings.KEYCLOAK_SWEEP_SECONDS))) return 0;
    const mended = await reconciler.sweep();
    if (mended.length > 0) this.log.warn(`accounts that differed from Keycloak were mended: ${mended.length}`);
    return 0;
  }

  /** Said once while it lasts: each loop would say it every few seconds. */
  private failed(error: unknown): void {
    if (this.isAway) return;
    this.isAway = true;
    this.log.warn(`Keycloak could not be kept in step, trying again: ${(error as Error).message}`);
  }
}
