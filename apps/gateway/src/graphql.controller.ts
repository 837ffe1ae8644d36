import { finished } from 'node:stream';
import { Controller, Options, Post, Req, Res, UseGuards, type BeforeApplicationShutdown } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AddressLimitGuard } from './address-limit.js';
import { OpenSubscriptions } from './open-subscriptions.js';
import { GatewayRuntimeHolder } from './runtime-holder.js';

/**
 * The one door. Only POST, and Fastify takes only JSON: a page of another origin cannot send that without a preflight,
 * which answers only the origins that are set.
 */
@Controller('graphql')
export class GraphqlController implements BeforeApplicationShutdown {
  private readonly streams = new Set<FastifyReply>();

  constructor(
    private readonly holder: GatewayRuntimeHolder,
    private readonly open: OpenSubscriptions,
  ) {}

  @Post()
  @UseGuards(AddressLimitGuard)
  async answer(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (request.headers.accept?.includes('text/event-stream')) return this.stream(request, reply);
    const answer = await this.holder.answer(request.body, request.headers, request.ip);
    // Nest would say 201, as for a resource that was made.
    reply.code(200).header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(answer));
  }

  /** Reached only for origins that may not call: the CORS plugin answers the others. */
  @Options()
  preflight(@Res() reply: FastifyReply): void {
    reply.code(204).send();
  }

  /** Streams never end by themselves, and would hold up the stop. */
  beforeApplicationShutdown(): void {
    for (const { raw } of this.streams) raw.destroy();
  }

  private async stream(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const address = request.ip;
    const hasToken = Boolean(request.headers.authorization);
    const giveBack = this.open.take({ address, hasToken, connection: request.raw.socket });
    this.streams.add(reply);
    finished(reply.raw, () => {
      this.streams.delete(reply);
      giveBack();
    });
    reply.send(await this.holder.runtime.handleNodeRequestAndResponse(request, reply, { address } as never));
  }
}
