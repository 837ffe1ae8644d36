import { Controller, Get } from '@nestjs/common';
import { GatewayRuntimeHolder } from './runtime-holder.js';

/** The gateway is ready when it knows its graph; a subgraph that is away makes only that part's fields fail. */
@Controller('health')
export class HealthController {
  constructor(private readonly holder: GatewayRuntimeHolder) {}

  @Get('live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(): Promise<{ status: string }> {
    await this.holder.runtime.getSchema();
    return { status: 'ok' };
  }
}
