import { Module, type DynamicModule } from '@nestjs/common';
import { AuthModule } from '@yiwang/platform/auth';
import type { ServiceConfig } from '@yiwang/platform/config';
import { DatabaseModule } from '@yiwang/platform/database';
import { SubgraphModule } from '@yiwang/platform/graphql';
import type { Logger } from '@yiwang/platform/logging';
import { CatalogueService } from './catalogue/catalogue.service.js';
import { CategoriesResolver } from './catalogue/categories.resolver.js';
import { DomainsResolver } from './catalogue/domains.resolver.js';
import { PowersResolver } from './catalogue/powers.resolver.js';
import { ownSchema } from './schema.js';
import { UnitsResolver } from './units/units.resolver.js';
import { UnitsService } from './units/units.service.js';

@Module({})
export class AppModule {
  static with(config: ServiceConfig, logger: Logger): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.forService(ownSchema, { url: config.DATABASE_URL, pool: config.DATABASE_POOL }),
        AuthModule.forService(config),
        SubgraphModule.forService(logger),
      ],
      providers: [UnitsService, CatalogueService, UnitsResolver, DomainsResolver, CategoriesResolver, PowersResolver],
    };
  }
}
