export * from './policies.js';
export * from './row-scope.js';
export * from './scoped-client.js';
