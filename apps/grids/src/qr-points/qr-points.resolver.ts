import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { Allow, AllowStaff, CurrentCaller, OpenToPublic, type Caller } from '@yiwang/platform/auth';
import type { GraphContext } from '@yiwang/platform/graphql';
import { Area } from '../areas/area.types.js';
import { AreasService } from '../areas/areas.service.js';
import { PutQrPointInput, QrPoint, QrPointPage, QrSheets } from './qr-point.types.js';
import { QrPointsService } from './qr-points.service.js';
import { QrSeriesService } from './qr-series.service.js';
import { SheetsService } from './sheets.service.js';

@Resolver(() => QrPoint)
export class QrPointsResolver {
  constructor(
    private readonly points: QrPointsService,
    private readonly series: QrSeriesService,
    private readonly sheets: SheetsService,
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

  @Mutation(() => Int, {
    description: 'Makes the QR points that a village lacks: one a building, elsewhere one for 30 households. Answers how many.',
  })
  @Allow('administrator')
  generateQrPoints(
    @Args('villageCode', { type: () => ID }) villageCode: string,
    @CurrentCaller() caller: Caller,
  ): Promise<number> {
    return this.series.generate(caller, villageCode);
  }

  @Mutation(() => QrPoint, { description: 'A lost QR point gets a new code; the old one goes on leading to the same grid.' })
  @Allow('villageOfficial', 'townCentre', 'countyCentre', 'administrator')
  replaceQrPoint(@Args('code', { type: () => ID }) code: string, @CurrentCaller() caller: Caller): Promise<QrPoint> {
    return this.series.replace(caller, code);
  }

  @Mutation(() => QrSheets, { description: 'Prints the QR points of an area, or some of them, as a PDF to cut up.' })
  @AllowStaff()
  printQrSheets(
    @Args('areaCode', { type: () => ID }) areaCode: string,
    @Args('codes', { type: () => [ID], nullable: true }) codes: string[] | null,
    @CurrentCaller() caller: Caller,
  ): Promise<QrSheets> {
    return this.sheets.print(caller, areaCode, codes ?? null);
  }

  @Query(() => QrPointPage, { description: 'The QR points of an area, by grid.' })
  @AllowStaff()
  qrPoints(
    @Args('under', { type: () => ID }) under: string,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'At most 200.' }) first: number,
    @Args('replaced', { type: () => Boolean, defaultValue: false, description: 'The lost ones instead.' }) replaced: boolean,
    @CurrentCaller() caller: Caller,
  ): Promise<QrPointPage> {
    return this.points.page(caller, under, replaced, after ?? null, first);
  }

  @ResolveField(() => Area, { nullable: true })
  area(@Parent() { areaCode }: QrPoint, @Context() context: GraphContext): Promise<Area | null> {
    return context.loaders.get<Area>('area', (codes) => this.areas.byCodes(codes)).load(areaCode);
  }

  private load(code: string, context: GraphContext): Promise<QrPoint | null> {
    return context.loaders.get<QrPoint>('qrPoint', (codes) => this.points.byCodes(codes)).load(code);
  }
}
