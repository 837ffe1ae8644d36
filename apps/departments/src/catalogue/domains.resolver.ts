import { Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { OpenToPublic } from '@yiwang/platform/auth';
import type { GraphContext } from '@yiwang/platform/graphql';
import { CatalogueService } from './catalogue.service.js';
import { Domain } from './catalogue.types.js';
import { localised } from './localised.js';

@Resolver(() => Domain)
export class DomainsResolver {
  constructor(private readonly catalogue: CatalogueService) {}

  @Query(() => [Domain], { description: 'All domains, in their usual order.' })
  @OpenToPublic()
  domains(): Promise<Domain[]> {
    return this.catalogue.domains();
  }

  @ResolveField(() => String, { description: 'In the language asked for.' })
  name(@Parent() domain: Domain, @Context() context: GraphContext): string {
    return localised(domain, context);
  }
}
