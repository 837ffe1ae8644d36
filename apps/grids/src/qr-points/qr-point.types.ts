import { Directive, Field, Float, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Area } from '../areas/area.types.js';

@ObjectType({ description: 'A QR code that hangs in a grid.' })
@Directive('@key(fields: "code")')
export class QrPoint {
  @Field(() => ID)
  code: string;

  @Field(() => ID, { description: 'The grid it hangs in.' })
  areaCode: string;

  @Field(() => Area, { nullable: true })
  area?: Area | null;

  @Field({ description: 'What is written under it, such as the building.' })
  label: string;

  @Field(() => Float, { nullable: true, description: 'Degrees, WGS 84.' })
  latitude: number | null;

  @Field(() => Float, { nullable: true })
  longitude: number | null;
}

@InputType()
export class PutQrPointInput {
  @Field(() => ID, { description: '3 to 64 letters, digits, hyphens and underscores.' })
  code: string;

  @Field(() => ID, { description: 'The grid (15 digits).' })
  areaCode: string;

  @Field()
  label: string;

  @Field(() => Float, { nullable: true })
  latitude?: number | null;

  @Field(() => Float, { nullable: true })
  longitude?: number | null;
}
