export * from './access.js';
export * from './access-check.js';
export * from './auth.module.js';
export * from './caller.js';
export * from './caller.guard.js';
export * from './caller-resolver.js';
export * from './position-directory.js';
export * from './token-verifier.js';
