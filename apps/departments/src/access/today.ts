import { Injectable } from '@nestjs/common';
import { localDateOf } from '@yiwang/domain/calendar';
import { BusinessClock } from '@yiwang/platform/time';

/** The date on an office's wall, in business time. */
@Injectable()
export class Today {
  constructor(private readonly clock: BusinessClock) {}

  now(): Date {
    return this.clock.now();
  }

  date(): string {
    return localDateOf(this.clock.now().toISOString());
  }
}
