import { engineShape, readConfigOrExit, serviceShape } from '@yiwang/platform/config';
import { notificationShape } from '@yiwang/platform/notification';
import { personalShape } from '@yiwang/platform/personal-data';
import { storageShape } from '@yiwang/platform/storage';
import { z } from 'zod';

/** Settings of the service and, with a port for its health, of its worker. */
export const casesShape = {
  ...serviceShape,
  ...engineShape,
  ...storageShape,
  ...notificationShape,
  ...personalShape,
  GRIDS_URL: z.url(),
  DEPARTMENTS_URL: z.url(),
  /** From which pickup codes are derived; whoever knows it can follow any case. At least 32 characters. */
  PICKUP_CODE_SECRET: z.string().min(32),
  /** The county of a report from the public that names no place; empty where several counties share a deployment. */
  PUBLIC_COUNTY_CODE: z.string().regex(/^(\d{6})?$/).default(''),
  /** Pages on these origins, those of the Temporal Web UI, may have payloads opened; comma separated. */
  CODEC_ORIGINS: z
    .string()
    .default('')
    .transform((origins) => origins.split(',').map((origin) => origin.trim()).filter(Boolean)),
  /** How many workflow starts the relay has under way at once; 0 pauses it, and cases wait durably. */
  RELAY_CONCURRENCY: z.coerce.number().int().min(0).max(200).default(8),
  /** Whether this copy looks why cases are not moving; copies that do take turns. */
  CASE_WATCH: z.enum(['on', 'off']).default('on'),
};

export type CasesConfig = z.infer<z.ZodObject<typeof casesShape>>;

export const readCasesConfig = (): CasesConfig => readConfigOrExit(casesShape);
