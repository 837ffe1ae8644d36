import { Directive, Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { AuditFilter } from '../audit/index.js';
import { DateTime, enumOf } from '../graphql/index.js';

const AuditOutcomeEnum = enumOf(['done', 'refused', 'failed'] as const);
registerEnumType(AuditOutcomeEnum, { name: 'AuditOutcome', description: 'How what was tried ended.' });
type Outcome = keyof typeof AuditOutcomeEnum;

@ObjectType({ description: 'One thing that was done, tried or looked at. Ids only: who they are is asked elsewhere, by whoever may.' })
@Directive('@shareable')
export class AuditRecord {
  @Field(() => ID, { description: 'Its number in the service; later ones are higher.' })
  id: string;

  @Field(() => DateTime, { description: 'By the clock of the server, also where business time is simulated.' })
  at: Date;

  @Field({ description: 'The mutation’s name, or `signIn`, `rebuildProjection` and the like.' })
  operation: string;

  @Field(() => AuditOutcomeEnum)
  outcome: Outcome;

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  errorCode: string | null;

  @Field({ description: '`person`, `client`, `resident`, `anonymous` or `system`.' })
  actorKind: string;

  @Field(() => ID, { nullable: true, description: 'Who acted.' })
  actorSubject: string | null;

  @Field(() => String, { nullable: true, description: 'Through which program.' })
  clientId: string | null;

  @Field(() => [ID], { description: 'The positions acted from.' })
  positions: string[];

  @Field(() => String, { nullable: true })
  targetType: string | null;

  @Field(() => ID, { nullable: true })
  targetId: string | null;

  @Field(() => ID, { nullable: true, description: 'The target’s county, or else the one in which the actor has their posts.' })
  countyCode: string | null;

  @Field({ description: 'Stands in the chain, so that a change of it would be found; false for some seconds after it was written.' })
  isChained: boolean;
}

@ObjectType()
@Directive('@shareable')
export class AuditPage {
  @Field(() => [AuditRecord], { description: 'The newest first; fewer than asked for where some are kept from the caller.' })
  items: AuditRecord[];

  @Field(() => String, { nullable: true, description: 'For `after` of the next page; null on the last one.' })
  endCursor: string | null;
}

@InputType()
export class AuditFilterInput implements AuditFilter {
  @Field(() => DateTime, { nullable: true })
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'The first instant that is not looked at any more.' })
  to?: Date | null;

  @Field(() => [String], { nullable: true, description: 'At most 20, such as `revealReporter`.' })
  operations?: string[] | null;

  @Field(() => AuditOutcomeEnum, { nullable: true })
  outcome?: Outcome | null;

  @Field(() => ID, { nullable: true, description: 'The subject of whoever acted.' })
  actor?: string | null;

  @Field(() => String, { nullable: true, description: 'Such as `case`, `task`, `person`.' })
  targetType?: string | null;

  @Field(() => ID, { nullable: true })
  targetId?: string | null;

  @Field(() => ID, { nullable: true, description: 'One county of those that the caller administrates; all of them without it.' })
  countyCode?: string | null;
}
