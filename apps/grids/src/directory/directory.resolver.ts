import { Args, Context, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { OpenToPublic } from '@yiwang/platform/auth';
import { AppError } from '@yiwang/platform/errors';
import type { GraphContext } from '@yiwang/platform/graphql';
import { Area } from '../areas/area.types.js';
import { AreasService } from '../areas/areas.service.js';
import { AreaDirectory } from './area-directory.js';
import { AreaEntry, AreaRecognition } from './directory.types.js';

const MAX_TEXTS = 200;
/** A title, a place and a text of the longest kind together. */
const MAX_TEXT = 8_000;

@Resolver(() => AreaRecognition)
export class DirectoryResolver {
  constructor(
    private readonly directory: AreaDirectory,
    private readonly areas: AreasService,
  ) {}

  @Query(() => [AreaEntry], { description: 'All areas of a county by code, itself first: for checking and choosing.' })
  @OpenToPublic()
  areaDirectory(@Args('countyCode', { type: () => ID }) countyCode: string): Promise<AreaEntry[]> {
    return this.directory.entriesOf(countyCode);
  }

  @Query(() => [AreaRecognition], {
    description: `Finds the place that each text names; up to ${MAX_TEXTS} texts, answers in their order.`,
  })
  @OpenToPublic()
  async recogniseAreas(
    @Args('countyCode', { type: () => ID }) countyCode: string,
    @Args('texts', { type: () => [String] }) texts: string[],
  ): Promise<AreaRecognition[]> {
    if (texts.length > MAX_TEXTS) {
      const expected = `至多 ${MAX_TEXTS} 段，现有 ${texts.length} 段 / ${MAX_TEXTS} texts at most, not ${texts.length}`;
      throw new AppError('INPUT_INVALID', { field: 'texts', expected });
    }
    for (const [index, text] of texts.entries()) {
      if (text.length <= MAX_TEXT) continue;
      throw new AppError('TEXT_TOO_LONG', { field: `texts[${index}]`, limit: MAX_TEXT, actual: text.length });
    }
    const matcher = await this.directory.matcherOf(countyCode);
    return texts.map((text) => {
      const found = matcher.recognise([text]);
      return { areaCode: found?.code ?? null, matched: found?.matched ?? null, ambiguous: found?.ambiguous ?? false };
    });
  }

  @ResolveField(() => Area, { nullable: true })
  async area(@Parent() { areaCode }: AreaRecognition, @Context() context: GraphContext): Promise<Area | null> {
    if (areaCode === null) return null;
    return context.loaders.get<Area>('area', (codes) => this.areas.byCodes(codes)).load(areaCode);
  }
}
