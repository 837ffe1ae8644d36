import { readConfigOrExit, serviceShape } from '@yiwang/platform/config';
import { z } from 'zod';

/** Identity asks grids and departments whether an area or unit exists before it appoints somebody there. */
export const identityShape = { ...serviceShape, GRIDS_URL: z.url(), DEPARTMENTS_URL: z.url() };
export type IdentityConfig = z.infer<z.ZodObject<typeof identityShape>>;

export const readIdentityConfig = (): IdentityConfig => readConfigOrExit(identityShape);
