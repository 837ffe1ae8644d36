import { engineShape, readConfigOrExit, serviceShape } from '@yiwang/platform/config';
import { z } from 'zod';

export const evaluationsShape = { ...serviceShape, ...engineShape, CASES_URL: z.url() };
export type EvaluationsConfig = z.infer<z.ZodObject<typeof evaluationsShape>>;

export const readEvaluationsConfig = (): EvaluationsConfig => readConfigOrExit(evaluationsShape);
