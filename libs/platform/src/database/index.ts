export * from './database.module.js';
export * from './setup.js';
export * from './unit-of-work.js';
