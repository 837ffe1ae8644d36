import { Args, Context, ID, Mutation, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { Allow, CurrentCaller, OpenToPublic, type Caller } from '@yiwang/platform/auth';
import type { GraphContext } from '@yiwang/platform/graphql';
import { Area } from '../areas/area.types.js';
import { AreasService } from '../areas/areas.service.js';
import { PutQrPointInput, QrPoint } from './qr-point.types.js';
import { QrPointsService } from './qr-points.service.js';

@Resolver(() => QrPoint)
export class QrPointsResolver {
  constructor(
    private readonly points: QrPointsService,
    private readonly areas: AreasService,
  ) {}

  @Query(() => QrPoint, { nullable: true, description: 'Where a QR code hangs; null for a code that is not ours.' })
  @OpenToPublic()
  qrPoint(@Args('code', { type: () => ID }) code: string, @Context() context: GraphContext): Promise<QrPoint | null> {
    return this.load(code, context);
  }

  @ResolveReference()
  @OpenToPublic()
  resolveReference(reference: { code: string }, context: GraphContext): Promise<QrPoint | null> {
    return this.load(reference.code, context);
  }

  @Mutation(() => QrPoint, { description: 'Makes a QR point, or changes the one of that code.' })
  @Allow('administrator')
  putQrPoint(@Args('input') input: PutQrPointInput, @CurrentCaller() caller: Caller): Promise<QrPoint> {
    return this.points.put(caller, input);
  }

  @ResolveField(() => Area, { nullable: true })
  area(@Parent() { areaCode }: QrPoint, @Context() context: GraphContext): Promise<Area | null> {
    return context.loaders.get<Area>('area', (codes) => this.areas.byCodes(codes)).load(areaCode);
  }

  private load(code: string, context: GraphContext): Promise<QrPoint | null> {
    return context.loaders.get<QrPoint>('qrPoint', (codes) => this.points.byCodes(codes)).load(code);
  }
}
