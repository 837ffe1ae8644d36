/** Where this service takes the time of its rules from, in one place; TimeModule provides it. */
export { BusinessClock as BusinessTime } from '@yiwang/platform/time';
