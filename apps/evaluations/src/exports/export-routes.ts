import type { OnModuleInit } from '@nestjs/common';
import type { HttpAdapterHost } from '@nestjs/core';
import { CATEGORIES, ERRORS, preferredLanguage } from '@yiwang/contracts/errors';
import { STAFF_ROLES } from '@yiwang/contracts/roles';
import { recordAudit } from '@yiwang/platform/audit';
import { CallerResolver, hasRole, PositionDirectory, type Caller } from '@yiwang/platform/auth';
import { AppError, describeAppError } from '@yiwang/platform/errors';
import type { Logger } from '@yiwang/platform/logging';
import { scopeOf, withScope } from '@yiwang/platform/row-scope';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import type { FiguresService } from '../figures/figures.service.js';
import type { Names } from './names.js';
import { workbookOf } from './workbook.js';

export interface ExportParts {
  callers: CallerResolver;
  positions: PositionDirectory;
  figures: FiguresService;
  names: Names;
  dataSource: DataSource;
  logger: Logger;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const RANKINGS = [
  ['village', '村（社区）排名'],
  ['town', '乡镇（街道）排名'],
  ['unit', '部门排名'],
] as const;

/** GET /exports/figures/COUNT.xlsx: a count of figures as a workbook, for staff with their token. */
export class ExportRoutes implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly parts: ExportParts,
  ) {}

  onModuleInit(): void {
    const fastify = this.host.httpAdapter.getInstance() as FastifyInstance;
    fastify.get('/exports/figures/:file', (request, reply) =>
      this.answer(request as FastifyRequest<{ Params: { file: string } }>, reply).catch((error: unknown) => this.refuse(error, request, reply)),
    );
  }

  private async answer(request: FastifyRequest<{ Params: { file: string } }>, reply: FastifyReply): Promise<FastifyReply> {
    const caller = await this.parts.callers.resolve(request.headers);
    if (caller.kind === 'anonymous') throw new AppError('UNAUTHENTICATED');
    if (!hasRole(caller, ...STAFF_ROLES)) throw new AppError('FORBIDDEN');
    const [, countId] = /^([0-9a-f-]{36})\.xlsx$/.exec(request.params.file) ?? [];
    if (countId === undefined) throw new AppError('NOT_FOUND', { value: request.params.file });
    const scope = scopeOf(caller, await this.parts.positions.positionsOf(caller));
    const { name, content } = await withScope(scope, () => this.make(countId, caller));
    return reply
      .headers({
        'content-type': XLSX,
        'content-disposition': `attachment; filename="${countId}.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      })
      .send(content);
  }

  private async make(countId: string, caller: Caller): Promise<{ name: string; content: Buffer }> {
    const { figures, names, dataSource } = this.parts;
    const count = await figures.one(countId);
    const county = { kind: 'county' as const, code: count.countyCode };
    const rankings = await Promise.all(
      RANKINGS.map(async ([kind, title]) => ({ title, rows: await figures.ranking(count, kind, 'composite') })),
    );
    const scopes = [county, ...rankings.flatMap(({ rows }) => rows.map(({ scope }) => scope))];
    const nameOf = await names.of(count.countyCode, scopes, caller);
    const report = { county: nameOf(county), month: count.month, asOf: count.asOf, version: count.version, rankings, nameOf };
    const content = await workbookOf({ ...report, figures: await figures.figures(count.id, county) });
    const target = { type: 'figures', id: count.id, countyCode: count.countyCode };
    await recordAudit(dataSource.manager, { operation: 'exportFigures', caller, target });
    return { name: `${report.county}${count.month}考核表.xlsx`, content };
  }

  private refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const known = error instanceof AppError ? error : new AppError('INTERNAL', { correlationId: request.id });
    if (known.code === 'INTERNAL') this.parts.logger.error({ err: error, correlationId: request.id }, 'figures could not be exported');
    const { message, extensions } = describeAppError(known, preferredLanguage(request.headers['accept-language']));
    const { http } = CATEGORIES[ERRORS[known.code].category];
    return reply.code(http).header('cache-control', 'no-store').send({ message, ...extensions });
  }
}
