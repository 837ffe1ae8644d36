import type { OnModuleInit } from '@nestjs/common';
import type { HttpAdapterHost } from '@nestjs/core';
import { asSystem } from '@yiwang/platform/row-scope';
import { registerAttachmentRoutes } from '@yiwang/platform/storage';
import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import type { Files } from './files.js';

/** Puts the signed-link routes beside the graph, on the same port. Whoever holds a link was given it by the graph. */
export class FileRoutes implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly files: Files,
    private readonly dataSource: DataSource,
  ) {}

  async onModuleInit(): Promise<void> {
    const { storage, links, records } = this.files;
    const manager = { query: <T>(sql: string, values?: unknown[]) => asSystem('files', () => this.dataSource.query<T>(sql, values)) };
    const fastify = this.host.httpAdapter.getInstance() as FastifyInstance;
    await registerAttachmentRoutes(fastify, { storage, links, records, manager });
  }
}
