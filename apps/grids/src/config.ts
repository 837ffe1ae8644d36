import { readConfig, serviceShape } from '@yiwang/platform/config';

export const config = readConfig(serviceShape);
export type GridsConfig = typeof config;
