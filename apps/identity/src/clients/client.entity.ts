import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An outside system with its own Keycloak client; the subject is that of its service account. */
@Entity({ name: 'client' })
export class ClientEntity {
  @PrimaryColumn({ type: 'uuid' })
  subject: string;

  @Column({ type: 'text', name: 'client_id', unique: true })
  clientId: string;

  @Column({ type: 'text' })
  name: string;
}
