import { Module, type DynamicModule } from '@nestjs/common';
import { AddressLimit } from './address-limit.js';
import { GraphqlController } from './graphql.controller.js';
import { HealthController } from './health.controller.js';
import { OpenSubscriptions } from './open-subscriptions.js';
import { GatewayRuntimeHolder } from './runtime-holder.js';
import { createRuntime, type RuntimeOptions } from './runtime.js';

@Module({})
export class AppModule {
  static with(options: Omit<RuntimeOptions, 'onRefusedToken'>): DynamicModule {
    const limit = new AddressLimit(options.config.QUERY_ANONYMOUS_PER_MINUTE);
    const runtime = createRuntime({ ...options, onRefusedToken: (address) => limit.noteRefusedToken(address) });
    return {
      module: AppModule,
      controllers: [GraphqlController, HealthController],
      providers: [
        { provide: AddressLimit, useValue: limit },
        { provide: OpenSubscriptions, useValue: new OpenSubscriptions(options.config.QUERY_MAX_SUBSCRIPTIONS) },
        { provide: GatewayRuntimeHolder, useFactory: () => new GatewayRuntimeHolder(runtime) },
      ],
    };
  }
}
