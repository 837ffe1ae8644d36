import type { FactoryProvider } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { CallerResolver } from '@yiwang/platform/auth';
import { AesPayloadCodec, parsePayloadKeys } from '@yiwang/platform/engine';
import { DataSource } from 'typeorm';
import type { CasesConfig } from '../config.js';
import { ownSchema } from '../schema.js';
import { CodecEndpoint } from './codec-endpoint.js';
import { CodecRoutes } from './codec-routes.js';

/** The remote codec with the keys that client and worker share. */
export const codecRoutes = ({
  PAYLOAD_KEYS,
  CODEC_ORIGINS: origins,
}: Pick<CasesConfig, 'PAYLOAD_KEYS' | 'CODEC_ORIGINS'>): FactoryProvider<CodecRoutes> => ({
  provide: CodecRoutes,
  useFactory: (host: HttpAdapterHost, callers: CallerResolver, { manager }: DataSource) => {
    const codec = new AesPayloadCodec(parsePayloadKeys(PAYLOAD_KEYS));
    return new CodecRoutes(host, { endpoint: new CodecEndpoint(codec, callers, manager, ownSchema.schema), origins });
  },
  inject: [HttpAdapterHost, CallerResolver, DataSource],
});
