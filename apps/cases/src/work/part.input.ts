import { Field, Float, ID, InputType, registerEnumType } from '@nestjs/graphql';
import type { Limit, PositionRole } from '@yiwang/contracts/case-flow';
import { enumOf } from '@yiwang/platform/graphql';
import { PositionRoleEnum } from '../intake/start-case.input.js';

export const LimitUnitEnum = enumOf(['minutes', 'hours', 'calendarDays', 'workingHours', 'workingDays']);
registerEnumType(LimitUnitEnum, { name: 'LimitUnit' });

@InputType({ description: 'A length of time, as the rules of the field say it.' })
export class LimitInput {
  @Field(() => Float)
  amount: number;

  @Field(() => LimitUnitEnum)
  unit: Limit['unit'];
}

@InputType({ description: 'A part of the work, and whose it is: a unit’s people, positions in an area, or persons in them.' })
export class PartInput {
  @Field({ description: '200 characters at most.' })
  title: string;

  @Field(() => [PositionRoleEnum], { nullable: true, description: 'The handlers of the unit, where one is named.' })
  roles?: PositionRole[] | null;

  @Field(() => ID)
  areaCode: string;

  @Field(() => ID, { nullable: true })
  unitCode?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Only these persons of the positions.' })
  subjects?: string[] | null;

  @Field(() => LimitInput, { nullable: true, description: "The path's own limit for a part, unless given." })
  limit?: LimitInput | null;
}
