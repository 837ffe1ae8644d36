import { engineShape, readConfigOrExit, serviceShape } from '@yiwang/platform/config';
import { notificationShape } from '@yiwang/platform/notification';
import { storageShape } from '@yiwang/platform/storage';
import { z } from 'zod';

export const gridsShape = {
  ...serviceShape,
  ...engineShape,
  ...storageShape,
  ...notificationShape,
  /** The graph of cases, which takes the findings of patrols. */
  CASES_URL: z.url(),
  /** `off` for a copy that only answers calls: it polls no task queue and starts no schedule. */
  GRIDS_WORKER: z.enum(['on', 'off']).default('on'),
  /** A TrueType or OpenType font with Chinese for printed sheets; empty: the one that comes with the service. */
  SHEET_FONT: z.string().default(''),
  /** What stands before the code in a printed QR code, such as the address of the residents' page; empty: the code alone. */
  SHEET_TARGET: z.string().default(''),
};

export type GridsConfig = z.infer<z.ZodObject<typeof gridsShape>>;

export const readGridsConfig = (): GridsConfig => readConfigOrExit(gridsShape);
