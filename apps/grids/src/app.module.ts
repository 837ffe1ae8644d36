import { Module, type DynamicModule } from '@nestjs/common';
import { AuthModule } from '@yiwang/platform/auth';
import type { ServiceConfig } from '@yiwang/platform/config';
import { DatabaseModule } from '@yiwang/platform/database';
import { SubgraphModule } from '@yiwang/platform/graphql';
import type { Logger } from '@yiwang/platform/logging';
import { AreasResolver } from './areas/areas.resolver.js';
import { AreasService } from './areas/areas.service.js';
import { PutAreaResolver } from './areas/put-area.resolver.js';
import { PutAreaService } from './areas/put-area.service.js';
import { AreaDirectory } from './directory/area-directory.js';
import { DirectoryResolver } from './directory/directory.resolver.js';
import { Jurisdiction } from './jurisdiction.js';
import { QrPointsResolver } from './qr-points/qr-points.resolver.js';
import { QrPointsService } from './qr-points/qr-points.service.js';
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
      providers: [
        AreasResolver,
        AreasService,
        AreaDirectory,
        DirectoryResolver,
        Jurisdiction,
        PutAreaResolver,
        PutAreaService,
        QrPointsResolver,
        QrPointsService,
      ],
    };
  }
}
