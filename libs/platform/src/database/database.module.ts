import { Global, Module, type DynamicModule, type Type } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { ScopedClient } from '../row-scope/scoped-client.js';
import { RoleRefusals } from '../auth/role-refusals.js';
import { AuditLink } from './audit-link.js';
import { AuditedRoleRefusals } from './role-refusals.js';
import { UnitOfWork } from './unit-of-work.js';

/** What a service owns in the database: one schema, its tables, the steps that make them. */
export interface ServiceSchema {
  schema: string;
  entities: Type[];
  migrations: Type[];
}

/**
 * A DATABASE_URL that says: connect to nothing. A service built with it can show its schema and do no work; it never
 * becomes ready.
 */
export const NO_DATABASE = 'postgres://no-database.invalid/none';

export interface ConnectionSettings {
  url: string;
  pool?: number;
  /** Shown in pg_stat_activity. */
  applicationName?: string;
}

export function dataSourceOptions(own: ServiceSchema, connection: ConnectionSettings): DataSourceOptions {
  return {
    type: 'postgres',
    url: connection.url,
    schema: own.schema,
    entities: own.entities,
    migrations: own.migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    applicationName: connection.applicationName ?? `yiwang-${own.schema}`,
    poolSize: connection.pool ?? 10,
    extra: { Client: ScopedClient, options: `-c search_path=${own.schema},public -c timezone=UTC` },
  };
}

@Global()
@Module({})
export class DatabaseModule {
  static forService(own: ServiceSchema, connection: ConnectionSettings): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRoot({
          ...dataSourceOptions(own, connection),
          manualInitialization: connection.url === NO_DATABASE,
          retryAttempts: 10,
          retryDelay: 1_000,
        }),
        TypeOrmModule.forFeature(own.entities),
      ],
      providers: [
        UnitOfWork,
        { provide: RoleRefusals, useClass: AuditedRoleRefusals },
        {
          provide: AuditLink,
          useFactory: (source: DataSource) => new AuditLink(source, own.schema),
          inject: [DataSource],
        },
      ],
      exports: [UnitOfWork, RoleRefusals, TypeOrmModule],
    };
  }
}
