import { readConfigOrExit, serviceShape } from '@yiwang/platform/config';
import { z } from 'zod';

export const departmentsShape = { ...serviceShape, CASES_URL: z.url(), GRIDS_URL: z.url() };
export type DepartmentsConfig = z.infer<z.ZodObject<typeof departmentsShape>>;

export const readDepartmentsConfig = (): DepartmentsConfig => readConfigOrExit(departmentsShape);
