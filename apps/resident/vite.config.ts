import { defineConfig } from 'vite';

const GATEWAY = 'http://127.0.0.1:4000';
const PROXY = { '/graphql': GATEWAY, '/attachments': GATEWAY };

// eslint-disable-next-line no-restricted-syntax -- the tool reads the default export
export default defineConfig({
  // Addresses of cheap phones' browsers some years old.
  build: { target: 'es2020', assetsDir: 'resident-assets', assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  server: { port: 5174, strictPort: true, proxy: PROXY },
  preview: { port: 5174, strictPort: true, proxy: PROXY },
});
