import { Module, type DynamicModule } from '@nestjs/common';
import { AuthModule } from '@yiwang/platform/auth';
import type { ServiceConfig } from '@yiwang/platform/config';
import { DatabaseModule } from '@yiwang/platform/database';
import { SubgraphModule } from '@yiwang/platform/graphql';
import type { Logger } from '@yiwang/platform/logging';
import { AreasResolver } from './areas/areas.resolver.js';
import { AreasService } from './areas/areas.service.js';
import { ownSchema } from './schema.js';

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
      providers: [AreasResolver, AreasService],
    };
  }
}
