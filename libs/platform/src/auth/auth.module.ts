import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import type { ServiceConfig } from '../config/index.js';
import { AccessCheck } from './access-check.js';
import { CallerGuard } from './caller.guard.js';
import { CallerResolver } from './caller-resolver.js';
import { PositionDirectory, PositionSource, RemotePositions } from './position-directory.js';
import { TokenVerifier } from './token-verifier.js';

type AuthSettings = Pick<ServiceConfig, 'KEYCLOAK_URL' | 'KEYCLOAK_REALM' | 'KEYCLOAK_AUDIENCE' | 'IDENTITY_URL'>;

/** The bearer-token guard of every service, and the directory of what its callers are appointed to. */
@Global()
@Module({})
export class AuthModule {
  /** @param positions a source of the service's own; identity has one, the others ask identity. */
  static forService(settings: AuthSettings, positions?: DynamicModule['providers']): DynamicModule {
    return {
      module: AuthModule,
      imports: [DiscoveryModule],
      providers: [
        {
          provide: TokenVerifier,
          useFactory: () =>
            new TokenVerifier({
              keycloakUrl: settings.KEYCLOAK_URL,
              realm: settings.KEYCLOAK_REALM,
              audience: settings.KEYCLOAK_AUDIENCE,
            }),
        },
        CallerResolver,
        ...(positions ?? [{ provide: PositionSource, useFactory: () => new RemotePositions(settings.IDENTITY_URL) }]),
        {
          provide: PositionDirectory,
          useFactory: (source: PositionSource) => new PositionDirectory(source),
          inject: [PositionSource],
        },
        AccessCheck,
        { provide: APP_GUARD, useClass: CallerGuard },
      ],
      exports: [TokenVerifier, CallerResolver, PositionDirectory],
    };
  }
}
