import { readConfigOrExit, serviceShape } from '@yiwang/platform/config';
import { personalShape } from '@yiwang/platform/personal-data';
import { z } from 'zod';

export const departmentsShape = { ...serviceShape, ...personalShape, CASES_URL: z.url(), GRIDS_URL: z.url() };
export type DepartmentsConfig = z.infer<z.ZodObject<typeof departmentsShape>>;

export const readDepartmentsConfig = (): DepartmentsConfig => readConfigOrExit(departmentsShape);
