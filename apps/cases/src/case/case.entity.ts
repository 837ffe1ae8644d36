import type {
  AboutWhom,
  CaseClass,
  CaseKind,
  CaseMode,
  CasePatch,
  Channel,
  Path,
  Rating,
  Stage,
  Tier,
} from '@yiwang/contracts/case-flow';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What was said, and a projection of where the workflow has carried it. Only `recordStep` and intake write it. */
@Entity({ name: 'case_file' })
export class CaseEntity {
  @PrimaryColumn({ type: 'text' })
  number: string;

  @Column({ type: 'text', name: 'county_code' })
  countyCode: string;

  @Column({ type: 'text', name: 'area_code' })
  areaCode: string;

  /** The parts of the area that lists are read by; PostgreSQL keeps them. */
  @Column({ type: 'text', name: 'town_code', nullable: true, select: false, insert: false, update: false })
  townCode?: string | null;

  @Column({ type: 'text', name: 'village_code', nullable: true, select: false, insert: false, update: false })
  villageCode?: string | null;

  @Column({ type: 'text' })
  stage: Stage;

  @Column({ type: 'text', nullable: true })
  path: Path | null;

  @Column({ type: 'int', default: 1 })
  round: number;

  @Column({ type: 'text' })
  kind: CaseKind;

  @Column({ type: 'text', name: 'case_class', nullable: true })
  caseClass: CaseClass | null;

  @Column({ type: 'text', nullable: true })
  mode: CaseMode | null;

  /** At which tier it is held now, and by which unit where it is a department. */
  @Column({ type: 'text', nullable: true })
  tier: Tier | null;

  @Column({ type: 'text', name: 'unit_code', nullable: true })
  unitCode: string | null;

  @Column({ type: 'text' })
  channel: Channel;

  @Column({ type: 'text', name: 'category_code', nullable: true })
  categoryCode: string | null;

  @Column({ type: 'text', nullable: true })
  title: string | null;

  @Column({ type: 'text' })
  text: string;

  @Column({ type: 'text', name: 'place_text', nullable: true })
  placeText: string | null;

  @Column({ type: 'text', name: 'qr_point_code', nullable: true })
  qrPointCode: string | null;

  @Column({ type: 'timestamptz', name: 'received_at' })
  receivedAt: Date;

  @Column({ type: 'timestamptz', name: 'reported_at', nullable: true })
  reportedAt: Date | null;

  @Column({ type: 'int', name: 'policy_version' })
  policyVersion: number;

  @Column({ type: 'timestamptz', name: 'response_due_at' })
  responseDueAt: Date;

  @Column({ type: 'timestamptz', name: 'resolution_due_at' })
  resolutionDueAt: Date;

  /** The first promise, before anything moved it. */
  @Column({ type: 'timestamptz', name: 'first_due_at' })
  firstDueAt: Date;

  /** Of the tier that holds it now. */
  @Column({ type: 'timestamptz', name: 'tier_due_at', nullable: true })
  tierDueAt: Date | null;

  /** The deadline crosses dates that no working calendar covers yet. */
  @Column({ type: 'boolean', default: false })
  provisional: boolean;

  @Column({ type: 'text', nullable: true })
  paused: NonNullable<CasePatch['paused']> | null;

  @Column({ type: 'timestamptz', name: 'review_at', nullable: true })
  reviewAt: Date | null;

  @Column({ type: 'text', default: 'none' })
  card: NonNullable<CasePatch['card']>;

  /** The leading case of the same event, whose answer is also this one's. */
  @Column({ type: 'text', name: 'merged_into', nullable: true })
  mergedInto: string | null;

  @Column({ type: 'timestamptz', name: 'first_response_at', nullable: true })
  firstResponseAt: Date | null;

  @Column({ type: 'timestamptz', name: 'resolved_at', nullable: true })
  resolvedAt: Date | null;

  @Column({ type: 'timestamptz', name: 'closed_at', nullable: true })
  closedAt: Date | null;

  @Column({ type: 'text', name: 'closed_as', nullable: true })
  closedAs: NonNullable<CasePatch['closedAs']> | 'imported' | null;

  @Column({ type: 'boolean', name: 'response_overdue', default: false })
  responseOverdue: boolean;

  @Column({ type: 'boolean', name: 'resolution_overdue', default: false })
  resolutionOverdue: boolean;

  @Column({ type: 'text', name: 'handler_subject', nullable: true })
  handlerSubject: string | null;

  @Column({ type: 'text', nullable: true })
  rating: Rating | null;

  /** Who sent it in: a subject, or `public`; with the key it makes a start happen once. */
  @Column({ type: 'text' })
  starter: string;

  @Column({ type: 'text', name: 'starter_kind' })
  starterKind: 'person' | 'client' | 'anonymous';

  @Column({ type: 'text', name: 'client_id', nullable: true })
  clientId: string | null;

  @Column({ type: 'text', name: 'source_reference', nullable: true })
  sourceReference: string | null;

  @Column({ type: 'text', name: 'idempotency_key' })
  idempotencyKey: string;

  /** Of everything that was sent, to tell a repeated call from another one under the same key. */
  @Column({ type: 'bytea', name: 'content_hash' })
  contentHash: Buffer;

  /** Of the letters and figures of the text alone, to find exact copies. */
  @Column({ type: 'bytea' })
  signature: Buffer;

  @Column({ type: 'text', name: 'duplicate_of', nullable: true })
  duplicateOf: string | null;

  @Column({ type: 'text', name: 'reporter_subject', nullable: true })
  reporterSubject: string | null;

  /** Whose key opens what is sealed below; nothing was said of the reporter where there is none. */
  @Column({ type: 'uuid', name: 'reporter_key', nullable: true })
  reporterKey: string | null;

  @Column({ type: 'bytea', name: 'reporter_name_sealed', nullable: true })
  reporterNameSealed: Buffer | null;

  @Column({ type: 'bytea', name: 'reporter_phone_sealed', nullable: true })
  reporterPhoneSealed: Buffer | null;

  @Column({ type: 'bytea', name: 'reporter_reference_sealed', nullable: true })
  reporterReferenceSealed: Buffer | null;

  @Column({ type: 'bytea', name: 'reporter_name_index', nullable: true })
  reporterNameIndex: Buffer | null;

  @Column({ type: 'bytea', name: 'reporter_phone_index', nullable: true })
  reporterPhoneIndex: Buffer | null;

  @Column({ type: 'timestamptz', name: 'reporter_erased_at', nullable: true })
  reporterErasedAt: Date | null;

  @Column({ type: 'boolean', name: 'on_behalf', default: false })
  onBehalf: boolean;

  @Column({ type: 'text', name: 'on_behalf_setting', nullable: true })
  onBehalfSetting: OnBehalfSetting | null;

  /** Whom the complaint is about: they neither see nor handle it. */
  @Column({ type: 'jsonb', name: 'about_whom', nullable: true })
  aboutWhom: AboutWhom | null;

  /** Who reported it is shown to nobody without a reason that is kept. */
  @Column({ type: 'boolean', default: false })
  masked: boolean;
}

/** Where somebody filed for a resident: 说事室, 入户走访, 便民服务大厅. */
export const ON_BEHALF_SETTINGS = ['speakingRoom', 'houseVisit', 'serviceHall'] as const;
export type OnBehalfSetting = (typeof ON_BEHALF_SETTINGS)[number];
