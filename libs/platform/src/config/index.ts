import { IDENTITY, readTimeSetting } from '@yiwang/domain/time';
import { z } from 'zod';

/** Raised at start-up only: names every setting that is missing or wrong, in one message. */
export class ConfigurationError extends Error {}

/** Reads and validates settings once; the only place that looks at the process environment. */
export function readConfig<Shape extends z.ZodRawShape>(
  shape: Shape,
  environment: Record<string, string | undefined> = process.env,
): z.infer<z.ZodObject<Shape>> {
  refuseSimulatedTime(environment);
  const parsed = z.object(shape).safeParse(environment);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new ConfigurationError(`Settings are not usable: ${problems.join('; ')}`);
}

/** Whoever runs in production lives in real time, also a program that would not look at the setting. */
function refuseSimulatedTime({ YIWANG_ENV, YIWANG_TIME }: Record<string, string | undefined>): void {
  if (YIWANG_ENV !== 'production' || !YIWANG_TIME) return;
  throw new ConfigurationError(
    '生产环境不允许模拟时间，请去掉 YIWANG_TIME / Settings are not usable: YIWANG_TIME maps time for simulations and is refused with YIWANG_ENV=production',
  );
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

/** The mapping from the engine's time to business time; empty where both are the same. */
const timeMap = z
  .string()
  .default('')
  .transform((text, context) => {
    const read = text === '' ? ({ ok: true, map: IDENTITY } as const) : readTimeSetting(text);
    if (read.ok) return read.map;
    context.addIssue({ code: 'custom', message: read.expected });
    return z.NEVER;
  });

const port = z.coerce.number().int().min(1).max(65_535);

/** Settings of every service. */
export const serviceShape = {
  YIWANG_ENV: z.enum(['development', 'test', 'production']).default('development'),
  YIWANG_TIME: timeMap,
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
