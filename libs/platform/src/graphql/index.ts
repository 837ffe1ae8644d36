export * from './enum-of.js';
export * from './loaders.js';
export * from './paging.js';
export * from './scalars.js';
export * from './subgraph.module.js';
export * from './subgraph-client.js';
