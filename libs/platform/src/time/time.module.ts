import { Global, Module, type DynamicModule } from '@nestjs/common';
import type { ServiceConfig } from '../config/index.js';
import { BusinessClock, TIME_MAP } from './business-clock.js';

/** Gives a service its clock of business time. */
@Global()
@Module({})
export class TimeModule {
  static forService({ YIWANG_TIME }: Pick<ServiceConfig, 'YIWANG_TIME'>): DynamicModule {
    return {
      module: TimeModule,
      providers: [{ provide: TIME_MAP, useValue: YIWANG_TIME }, BusinessClock],
      exports: [TIME_MAP, BusinessClock],
    };
  }
}
