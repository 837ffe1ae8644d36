import { readConfigOrExit, serviceShape } from '@yiwang/platform/config';
import { z } from 'zod';

/** Identity asks grids and departments whether an area or unit exists before it appoints somebody there. */
export const identityShape = {
  ...serviceShape,
  GRIDS_URL: z.url(),
  DEPARTMENTS_URL: z.url(),
  /** The confidential client in Keycloak by which people are kept in step; without a secret changes wait. */
  KEYCLOAK_IDENTITY_CLIENT: z.string().default('yiwang-identity'),
  KEYCLOAK_IDENTITY_SECRET: z.string().default(''),
  /** How often everybody is compared with Keycloak, beside events and notes. */
  KEYCLOAK_SWEEP_SECONDS: z.coerce.number().int().min(5).max(86_400).default(600),
};
export type IdentityConfig = z.infer<z.ZodObject<typeof identityShape>>;

export const readIdentityConfig = (): IdentityConfig => readConfigOrExit(identityShape);
