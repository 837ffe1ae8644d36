import { readConfig, serviceShape } from '@yiwang/platform/config';

export const config = readConfig(serviceShape);
