import { readConfig, readConfigOrExit, serviceShape } from '@yiwang/platform/config';
import { z } from 'zod';

const count = (initial: number) => z.coerce.number().int().min(1).default(initial);

export const gatewayShape = {
  YIWANG_ENV: serviceShape.YIWANG_ENV,
  HOST: serviceShape.HOST,
  PORT: serviceShape.PORT,
  LOG_LEVEL: serviceShape.LOG_LEVEL,
  IDENTITY_URL: z.url(),
  DEPARTMENTS_URL: z.url(),
  GRIDS_URL: z.url(),
  CASES_URL: z.url(),
  EVALUATIONS_URL: z.url(),
  /** Where people sign in, for the pages; without it they can not be signed in to. */
  KEYCLOAK_URL: z.url().optional(),
  KEYCLOAK_REALM: z.string().default('yiwang'),
  /** What one operation may ask for. */
  QUERY_MAX_TOKENS: count(2_000),
  QUERY_MAX_DEPTH: count(12),
  QUERY_MAX_ALIASES: count(30),
  /** Objects that the answer may hold by estimate. */
  QUERY_MAX_COST: count(10_000),
  QUERY_BODY_LIMIT_BYTES: count(4 * 1024 * 1024),
  /** How long a client may take to send its request. */
  QUERY_RECEIVE_TIMEOUT_MS: count(20_000),
  /** How long a subgraph may take to answer. */
  QUERY_SUBGRAPH_TIMEOUT_MS: count(15_000),
  /** Requests without a good token, from one address, in a minute. */
  QUERY_ANONYMOUS_PER_MINUTE: count(1_200),
  /** Subscriptions open at once: without a token from one address, with one over one connection. */
  QUERY_MAX_SUBSCRIPTIONS: count(20),
  /** Set where a reverse proxy stands before the gateway: then the caller's address is the one that it reports. */
  TRUST_PROXY: z.stringbool().default(false),
  /** Pages on these origins may call; comma separated. */
  CORS_ORIGINS: z
    .string()
    .default('')
    .transform((origins) => origins.split(',').map((origin) => origin.trim()).filter(Boolean)),
};

export type GatewayConfig = z.infer<z.ZodObject<typeof gatewayShape>>;

export const readGatewayConfig = (environment?: Record<string, string>): GatewayConfig =>
  environment === undefined ? readConfigOrExit(gatewayShape) : readConfig(gatewayShape, environment);
