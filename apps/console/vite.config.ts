import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const GATEWAY = 'http://127.0.0.1:4000';
const BASE = '/console/';
/** What a grid member needs without network beside the entry: these, with whatever they load later. */
const KEPT = ['day.page', 'waiting-list'];

/** Writes the service worker with the names of the files that this build keeps for days without network. */
function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    generateBundle(_options, bundle) {
      const files = new Set<string>();
      const add = (file: string, follow: boolean): void => {
        const chunk = bundle[file];
        if (files.has(file) || chunk?.type !== 'chunk') return;
        files.add(file);
        chunk.viteMetadata?.importedCss.forEach((css) => files.add(css));
        for (const next of [...chunk.imports, ...(follow ? chunk.dynamicImports : [])]) add(next, follow);
      };
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
      // The entry first: what it loads later are the other pages.
      for (const { fileName } of chunks.filter(({ isEntry }) => isEntry)) add(fileName, false);
      for (const { fileName } of chunks.filter(({ name }) => KEPT.includes(name))) add(fileName, true);
      const names = [...files].sort();
      const missing = KEPT.find((name) => !names.some((file) => file.includes(`/${name}-`)));
      if (missing !== undefined) this.error(`The build has no chunk ${missing} to be kept for days without network`);
      const source = readFileSync(new URL('service-worker.js', import.meta.url), 'utf8')
        .replace("'__FILES__'", names.map((name) => JSON.stringify(BASE + name)).join(', '))
        .replace('__BUILD__', createHash('sha256').update(names.join()).digest('hex').slice(0, 16));
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source });
    },
  };
}

// eslint-disable-next-line no-restricted-syntax -- the tool reads the default export
export default defineConfig({
  base: BASE,
  plugins: [react(), serviceWorker()],
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 600 },
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  server: { port: 5173, proxy: { '/graphql': GATEWAY, '/pages.json': GATEWAY, '/attachments': GATEWAY } },
});
