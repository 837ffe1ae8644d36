import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import type { GridKind } from '../areas/area.entity.js';
import { GridKindEnum } from '../areas/area.types.js';

@InputType({ isAbstract: true })
class RoundInput {
  @Field(() => ID)
  gridCode: string;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD; today, where left out.' })
  day?: string | null;

  @Field(() => String, { nullable: true, description: 'The round that is on or comes next, where left out.' })
  slot?: string | null;
}

@InputType()
export class CheckInPatrolInput extends RoundInput {
  @Field(() => Float, { nullable: true, description: 'Degrees, WGS 84.' })
  latitude?: number | null;

  @Field(() => Float, { nullable: true })
  longitude?: number | null;

  @Field(() => Float, { nullable: true, description: 'Metres, as the phone says.' })
  accuracyM?: number | null;
}

@InputType()
export class PatrolFindingInput {
  @Field({ description: '4,000 characters at most.' })
  text: string;

  @Field(() => String, { nullable: true })
  categoryCode?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Pictures that show it.' })
  attachmentIds?: string[] | null;
}

@InputType()
export class CompletePatrolInput extends RoundInput {
  @Field(() => String, { nullable: true })
  note?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Pictures uploaded by `preparePatrolPicture`.' })
  attachmentIds?: string[] | null;

  @Field(() => [PatrolFindingInput], { nullable: true })
  findings?: PatrolFindingInput[] | null;
}

@InputType()
export class PatrolSlotInput {
  @Field({ description: 'Its name in figures and calls, such as morning.' })
  slot: string;

  @Field({ description: 'HH:MM' })
  from: string;

  @Field()
  until: string;
}

@InputType({ description: 'What is left out stays as it was, or is as usual.' })
export class PutPatrolSettingInput {
  @Field(() => ID)
  countyCode: string;

  @Field(() => Boolean, { nullable: true })
  enabled?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether weekends and holidays have patrols too.' })
  onDaysOff?: boolean | null;

  @Field(() => [PatrolSlotInput], { nullable: true })
  slots?: PatrolSlotInput[] | null;

  @Field(() => [GridKindEnum], { nullable: true })
  gridKinds?: GridKind[] | null;

  @Field(() => Int, { nullable: true })
  nearM?: number | null;

  @Field(() => Boolean, { nullable: true })
  pictureRequired?: boolean | null;
}
