import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, AllowStaff, CurrentCaller, type Caller } from '@yiwang/platform/auth';
import type { GraphContext } from '@yiwang/platform/graphql';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Category } from '../catalogue/catalogue.types.js';
import { Unit } from '../units/unit.types.js';
import { UnitsService } from '../units/units.service.js';
import { PLACEHOLDERS } from './placeholders.js';
import {
  ChangeResponseTemplateInput,
  CreateResponseTemplateInput,
  ResponseTemplate,
  ResponseTemplateFilter,
  ResponseTemplateVersion,
  TemplatePlaceholder,
} from './template.types.js';
import { TemplatesService } from './templates.service.js';

@Resolver(() => ResponseTemplate)
export class TemplatesResolver {
  constructor(
    private readonly templates: TemplatesService,
    private readonly units: UnitsService,
    private readonly catalogue: CatalogueService,
  ) {}

  @Query(() => [TemplatePlaceholder], { description: 'What a response template may leave open; any other is refused.' })
  @AllowStaff()
  templatePlaceholders(): TemplatePlaceholder[] {
    return [...PLACEHOLDERS];
  }

  @Query(() => [ResponseTemplate], { description: 'Texts to answer with, by name; `after` is the last id of the page before.' })
  @AllowStaff()
  responseTemplates(
    @Args('filter') filter: ResponseTemplateFilter,
    @Args('first', { type: () => Int, defaultValue: 100 }) first: number,
    @Args('after', { type: () => ID, nullable: true }) after: string | null,
    @CurrentCaller() caller: Caller,
  ): Promise<ResponseTemplate[]> {
    return this.templates.list(filter, first, after ?? null, caller);
  }

  @Mutation(() => ResponseTemplate, { description: 'A county’s by its office, a unit’s by its own people too.' })
  @Allow('administrator', 'countyCentre', 'townCentre', 'departmentHandler')
  createResponseTemplate(@Args('input') input: CreateResponseTemplateInput, @CurrentCaller() caller: Caller): Promise<ResponseTemplate> {
    return this.templates.create(input, caller);
  }

  @Mutation(() => ResponseTemplate, { description: 'Another wording; the one before stays on record.' })
  @Allow('administrator', 'countyCentre', 'townCentre', 'departmentHandler')
  changeResponseTemplate(@Args('input') input: ChangeResponseTemplateInput, @CurrentCaller() caller: Caller): Promise<ResponseTemplate> {
    return this.templates.change(input, caller);
  }

  @Mutation(() => ResponseTemplate, { description: 'It is not offered any more.' })
  @Allow('administrator', 'countyCentre', 'townCentre', 'departmentHandler')
  retireResponseTemplate(@Args('id', { type: () => ID }) id: string, @CurrentCaller() caller: Caller): Promise<ResponseTemplate> {
    return this.templates.retire(id, caller);
  }

  @ResolveField(() => [ResponseTemplateVersion], { description: 'Every wording, the latest first.' })
  async versions(@Parent() { id }: ResponseTemplate, @Context() { loaders }: GraphContext): Promise<ResponseTemplateVersion[]> {
    return (await loaders.get('versions of templates', (ids) => this.templates.versionsOf(ids)).load(id)) ?? [];
  }

  @ResolveField(() => Unit, { nullable: true, description: 'None for every unit of the county.' })
  async unit(@Parent() { unitCode }: ResponseTemplate, @Context() { loaders }: GraphContext): Promise<Unit | null> {
    return unitCode === null ? null : loaders.get('unit', (codes) => this.units.byCodes(codes)).load(unitCode);
  }

  @ResolveField(() => Category, { nullable: true, description: 'With what lies below it; none for every category.' })
  async category(@Parent() { categoryCode }: ResponseTemplate, @Context() { loaders }: GraphContext): Promise<Category | null> {
    if (categoryCode === null) return null;
    return loaders.get('category', (codes) => this.catalogue.categoriesByCodes(codes)).load(categoryCode);
  }
}
