import { z } from 'zod';

/** Raised at start-up only: names every setting that is missing or wrong, in one message. */
export class ConfigurationError extends Error {}

/** Reads and validates settings once; the only place that looks at the process environment. */
export function readConfig<Shape extends z.ZodRawShape>(
  shape: Shape,
  environment: Record<string, string | undefined> = process.env,
): z.infer<z.ZodObject<Shape>> {
  const parsed = z.object(shape).safeParse(environment);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new ConfigurationError(`Settings are not usable: ${problems.join('; ')}`);
}

/** The same for the first line of a program: settings that are not usable end it with one line and a non-zero exit. */
export function readConfigOrExit<Shape extends z.ZodRawShape>(shape: Shape): z.infer<z.ZodObject<Shape>> {
  try {
    return readConfig(shape);
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

const port = z.coerce.number().int().min(1).max(65_535);

/** Settings of every service. */
export const serviceShape = {
  YIWANG_ENV: z.enum(['development', 'test', 'production']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port,
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  DATABASE_URL: z.url(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  KEYCLOAK_URL: z.url(),
  KEYCLOAK_REALM: z.string().default('yiwang'),
  KEYCLOAK_AUDIENCE: z.string().default('yiwang-api'),
  IDENTITY_URL: z.url(),
};

/** Settings of whatever talks to the engine. */
export const engineShape = {
  TEMPORAL_ADDRESS: z.string().default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  /** `id:base64key` pairs, comma separated; the first encrypts, all decrypt. */
  PAYLOAD_KEYS: z.string().min(1),
};

export type ServiceConfig = z.infer<z.ZodObject<typeof serviceShape>>;
export type EngineConfig = z.infer<z.ZodObject<typeof engineShape>>;
