import { Column, Entity, PrimaryColumn } from 'typeorm';

export const PERSON_STATES = ['active', 'suspended'] as const;
export type PersonState = (typeof PERSON_STATES)[number];

/** Somebody employed in the network; known by the subject that Keycloak signs them in under. */
@Entity({ name: 'person' })
export class PersonEntity {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text', unique: true })
  username: string;

  @Column({ type: 'text' })
  name: string;

  /** Sealed (`personal/personal.ts`). */
  @Column({ type: 'bytea', name: 'phone_sealed', nullable: true })
  phoneSealed: Buffer | null;

  /** Only from a bulk load, until the set-up seals it. */
  @Column({ type: 'text', name: 'phone', nullable: true, select: false, insert: false, update: false })
  plainPhone?: string | null;

  /** The county or, for somebody above counties, the city that employs them. */
  @Column({ type: 'text', name: 'home_code', nullable: true })
  homeCode: string | null;

  @Column({ type: 'text', default: 'active' })
  state: PersonState;

  /** Name and user name, to be searched by a part; PostgreSQL makes it. */
  @Column({ type: 'text', name: 'words', nullable: true, select: false, insert: false, update: false })
  words?: string | null;

  /** Until when they are in any position, coming ones included; PostgreSQL keeps it. */
  @Column({ type: 'timestamptz', name: 'placed_until', nullable: true, select: false, insert: false, update: false })
  placedUntil?: Date | null;

  @Column({ type: 'timestamptz', name: 'suspended_at', nullable: true })
  suspendedAt: Date | null;

  @Column({ type: 'text', name: 'suspended_reason', nullable: true })
  suspendedReason: string | null;
}
