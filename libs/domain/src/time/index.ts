export { businessAt, engineAt, IDENTITY, type TimeMap } from './time-map.js';
