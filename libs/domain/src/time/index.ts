export { businessAt, catchingUp, engineAt, IDENTITY, isIdentity, type TimeMap } from './time-map.js';
export {
  FASTEST_RATE,
  rateOf,
  readTimeSetting,
  TIME_SETTING_FORM,
  writeTimeSetting,
  type TimeSetting,
} from './time-setting.js';
