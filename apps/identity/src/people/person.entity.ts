import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody employed in the network; known by the subject that Keycloak signs them in under. */
@Entity({ name: 'person' })
export class PersonEntity {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text', unique: true })
  username: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text', nullable: true })
  phone: string | null;
}
