import { Args, Context, ID, Int, Parent, Query, ResolveField, ResolveReference, Resolver } from '@nestjs/graphql';
import { OpenToPublic } from '@yiwang/platform/auth';
import type { GraphContext } from '@yiwang/platform/graphql';
import { CatalogueService } from './catalogue.service.js';
import { Category, CategoryFilter, Domain } from './catalogue.types.js';
import { localised } from './localised.js';

@Resolver(() => Category)
export class CategoriesResolver {
  constructor(private readonly catalogue: CatalogueService) {}

  @Query(() => [Category], {
    description: 'The categories below `parent`; without it those at the top, of `domain` or all.',
  })
  @OpenToPublic()
  categories(
    @Args('parent', { type: () => ID, nullable: true }) parent: string | null,
    @Args('domain', { type: () => ID, nullable: true }) domain: string | null,
    @Args('county', { type: () => ID, nullable: true, description: 'A county’s own tree, where it has one.' }) county: string | null,
  ): Promise<Category[]> {
    if (parent != null) return this.catalogue.categoriesBelow(parent);
    return this.catalogue.topCategories(domain ?? null, county ?? null);
  }

  @Query(() => [Category], { description: 'Categories of all levels by code; `after` is the last code of the page before.' })
  @OpenToPublic()
  categoryList(
    @Args('filter', { nullable: true }) filter: CategoryFilter,
    @Args('first', { type: () => Int, defaultValue: 100 }) first: number,
    @Args('after', { type: () => ID, nullable: true }) after: string | null,
  ): Promise<Category[]> {
    return this.catalogue.categoryList(filter ?? {}, first, after ?? null);
  }

  @Query(() => Category, { nullable: true, description: 'One category by its code.' })
  @OpenToPublic()
  category(@Args('code', { type: () => ID }) code: string, @Context() context: GraphContext): Promise<Category | null> {
    return this.load(code, context);
  }

  @ResolveReference()
  @OpenToPublic()
  resolveReference(reference: { code: string }, context: GraphContext): Promise<Category | null> {
    return this.load(reference.code, context);
  }

  @ResolveField(() => String, { description: 'In the language asked for.' })
  name(@Parent() category: Category, @Context() context: GraphContext): string {
    return localised(category, context);
  }

  @ResolveField(() => Category, { nullable: true })
  async parent(@Parent() category: Category, @Context() context: GraphContext): Promise<Category | null> {
    return category.parentCode === null ? null : this.load(category.parentCode, context);
  }

  @ResolveField(() => [Category])
  async children(@Parent() category: Category, @Context() { loaders }: GraphContext): Promise<Category[]> {
    const below = loaders.get('categories below', (codes) => this.catalogue.childrenOf(codes));
    return (await below.load(category.code)) ?? [];
  }

  @ResolveField(() => Boolean, { description: 'Whether new cases may be given it today.' })
  isOpen(@Parent() category: Category): boolean {
    return this.catalogue.isOpen(category);
  }

  @ResolveField(() => Domain, { nullable: true, description: 'None for a county’s branch that no domain answers for.' })
  async domain(@Parent() category: Category, @Context() { loaders }: GraphContext): Promise<Domain | null> {
    if (category.domainCode === null) return null;
    return loaders.get('domain', (codes) => this.catalogue.domainsByCodes(codes)).load(category.domainCode);
  }

  private load(code: string, { loaders }: GraphContext): Promise<Category | null> {
    return loaders.get('category', (codes) => this.catalogue.categoriesByCodes(codes)).load(code);
  }
}
