import { engineShape, readConfigOrExit, serviceShape } from '@yiwang/platform/config';
import { z } from 'zod';

export const evaluationsShape = {
  ...serviceShape,
  ...engineShape,
  CASES_URL: z.url(),
  GRIDS_URL: z.url().default('http://127.0.0.1:1/graphql'),
  DEPARTMENTS_URL: z.url().default('http://127.0.0.1:1/graphql'),
  /** The service's own account in Keycloak, with which it asks cases for facts; without a secret it hears of none. */
  EVALUATIONS_CLIENT_ID: z.string().default('yiwang-evaluations'),
  EVALUATIONS_CLIENT_SECRET: z.string().default(''),
  /** Where the account signs in, where that is not the realm's usual address. */
  EVALUATIONS_TOKEN_URL: z.union([z.literal(''), z.url()]).default(''),
  /** How long it rests when there was nothing new, in milliseconds. */
  FACTS_REST_MS: z.coerce.number().int().min(50).default(2_000),
  /** How often it looks whether a month is to be judged, in milliseconds. */
  MONTHS_REST_MS: z.coerce.number().int().min(50).default(30_000),
  /** Records the steps of accountabilities in this process. */
  ACTIVITY_WORKER: z.enum(['on', 'off']).default('on'),
};
export type EvaluationsConfig = z.infer<z.ZodObject<typeof evaluationsShape>>;

export const readEvaluationsConfig = (): EvaluationsConfig => readConfigOrExit(evaluationsShape);
