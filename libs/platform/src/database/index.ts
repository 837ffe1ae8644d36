export * from './database.module.js';
export { planOnce } from './preparing-client.js';
export * from './setup.js';
export * from './text.js';
export * from './unit-of-work.js';
