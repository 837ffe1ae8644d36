import { readConfigOrExit, serviceShape } from '@yiwang/platform/config';

export const config = readConfigOrExit(serviceShape);
