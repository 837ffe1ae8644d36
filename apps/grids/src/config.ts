import { readConfigOrExit, serviceShape } from '@yiwang/platform/config';

export const config = readConfigOrExit(serviceShape);
export type GridsConfig = typeof config;
