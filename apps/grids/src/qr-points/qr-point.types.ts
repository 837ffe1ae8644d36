import { Directive, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { enumOf } from '@yiwang/platform/graphql';
import { Area } from '../areas/area.types.js';
import { QR_POINT_KINDS, type QrPointKind } from './qr-point.entity.js';

const QrPointKindEnum = enumOf(QR_POINT_KINDS);
registerEnumType(QrPointKindEnum, { name: 'QrPointKind', description: '地点, 楼栋, 约三十户.' });

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

  @Field(() => QrPointKindEnum)
  kind: QrPointKind;

  @Field(() => Int, { nullable: true, description: 'How many households it was made for.' })
  households: number | null;

  @Field(() => ID, { nullable: true, description: 'The point that hangs in its stead, since this one was lost.' })
  replacedBy: string | null;
}

@ObjectType()
export class QrPointPage {
  @Field(() => [QrPoint])
  items: QrPoint[];

  @Field(() => String, { nullable: true, description: 'For `after` of the next page; null on the last one.' })
  endCursor: string | null;
}

@ObjectType({ description: 'Printed QR points.' })
export class QrSheets {
  @Field({ description: 'The PDF; good for ten minutes.' })
  url: string;

  @Field(() => Int)
  points: number;

  @Field(() => Int)
  pages: number;
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
