import { Column, Entity, PrimaryColumn } from 'typeorm';

export const CLIENT_STATES = ['active', 'disabled'] as const;
export type ClientState = (typeof CLIENT_STATES)[number];

/** An outside system with its own Keycloak client; the subject is that of its service account. */
@Entity({ name: 'client' })
export class ClientEntity {
  @PrimaryColumn({ type: 'uuid' })
  subject: string;

  @Column({ type: 'text', name: 'client_id', unique: true })
  clientId: string;

  @Column({ type: 'text' })
  name: string;

  /** The county, or city, whose administrators made it; its positions say where it may start cases. */
  @Column({ type: 'text', name: 'home_code', nullable: true })
  homeCode: string | null;

  @Column({ type: 'text', default: 'active' })
  state: ClientState;

  /** Codes of categories it may start cases of, those below them included; null: all. */
  @Column({ type: 'text', array: true, nullable: true })
  categories: string[] | null;

  /** Cases it may start on one day of Shanghai; null: as many as it likes. */
  @Column({ type: 'int', name: 'per_day', nullable: true })
  perDay: number | null;

  /** And within any one minute, so that a day's quota is not spent in one burst. */
  @Column({ type: 'int', name: 'per_minute', nullable: true })
  perMinute: number | null;

  @Column({ type: 'timestamptz', name: 'key_rotated_at', nullable: true })
  keyRotatedAt: Date | null;
}
