import { engineShape, readConfigOrExit, serviceShape } from '@yiwang/platform/config';
import { personalShape } from '@yiwang/platform/personal-data';
import { z } from 'zod';

export const departmentsShape = {
  ...serviceShape,
  ...personalShape,
  ...engineShape,
  CASES_URL: z.url(),
  GRIDS_URL: z.url(),
  /** Forgets askers in this process, when the engine says so. */
  ACTIVITY_WORKER: z.enum(['on', 'off']).default('on'),
};
export type DepartmentsConfig = z.infer<z.ZodObject<typeof departmentsShape>>;

export const readDepartmentsConfig = (): DepartmentsConfig => readConfigOrExit(departmentsShape);
