import { Field, Float, InputType } from '@nestjs/graphql';
import { checkPosition } from '@yiwang/domain/media';
import { orThrow } from '../errors/index.js';
import { DateTime } from '../graphql/scalars.js';
import type { Taken } from './attachments.js';

@InputType({ description: 'When and, where whoever took it agrees, where a picture or voice note was taken, as the device says.' })
export class TakenInput {
  @Field(() => DateTime)
  at: Date;

  @Field(() => Float, { nullable: true, description: 'Degrees, WGS 84.' })
  latitude?: number | null;

  @Field(() => Float, { nullable: true })
  longitude?: number | null;

  @Field(() => Float, { nullable: true, description: 'Metres, as the device says.' })
  accuracyM?: number | null;
}

/** A device whose clock is ahead took it now. @throws AppError INPUT_INVALID */
export function readTaken(given: TakenInput | null | undefined, now: Date): Taken | null {
  if (!given) return null;
  const { position } = orThrow(checkPosition(given));
  return { at: given.at < now ? given.at : now, place: position };
}
