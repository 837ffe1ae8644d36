export { BusinessClock, TIME_MAP } from './business-clock.js';
export { TimeModule } from './time.module.js';
