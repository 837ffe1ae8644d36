import { engineShape, readConfigOrExit, serviceShape } from '@yiwang/platform/config';
import { notificationShape } from '@yiwang/platform/notification';
import { personalShape } from '@yiwang/platform/personal-data';
import { z } from 'zod';

/** Identity asks grids and departments whether an area or unit exists before it appoints somebody there. */
export const identityShape = {
  ...serviceShape,
  ...personalShape,
  ...engineShape,
  ...notificationShape,
  GRIDS_URL: z.url(),
  DEPARTMENTS_URL: z.url(),
  /** Codes sent to telephones are kept as hashes keyed with it. */
  PHONE_CODE_SECRET: z.string().min(32),
  /** Keycloak from inside, where that is another address than people are sent to. */
  KEYCLOAK_ADMIN_URL: z.url().optional(),
  /** The confidential client in Keycloak by which people are kept in step; without a secret changes wait. */
  KEYCLOAK_IDENTITY_CLIENT: z.string().default('yiwang-identity'),
  KEYCLOAK_IDENTITY_SECRET: z.string().default(''),
  /** How often everybody is compared with Keycloak, beside events and notes. */
  KEYCLOAK_SWEEP_SECONDS: z.coerce.number().int().min(5).max(86_400).default(600),
};
export type IdentityConfig = z.infer<z.ZodObject<typeof identityShape>>;

export const readIdentityConfig = (): IdentityConfig => readConfigOrExit(identityShape);
