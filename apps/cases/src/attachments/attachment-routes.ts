import type { OnModuleInit } from '@nestjs/common';
import type { HttpAdapterHost } from '@nestjs/core';
import { registerAttachmentRoutes, type AttachmentRoutes as RouteParts } from '@yiwang/platform/storage';
import type { FastifyInstance } from 'fastify';

/** Puts the signed-link routes beside the graph, on the same port. */
export class AttachmentRoutes implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly parts: RouteParts,
  ) {}

  async onModuleInit(): Promise<void> {
    await registerAttachmentRoutes(this.host.httpAdapter.getInstance() as FastifyInstance, this.parts);
  }
}
