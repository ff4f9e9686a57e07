import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './precompress.js';

const GATEWAY = 'http://127.0.0.1:8080';
const root = import.meta.dirname;

// './x.js' finds './x.ts' and './x.tsx' without help: Vite knows that TypeScript sources are written so.
export default defineConfig({
  root,
  plugins: [react(), precompress()],
  resolve: {
    alias: [{ find: /^@octavo\/([^/]+)$/, replacement: `${root}/../../libs/$1/src/index.ts` }],
  },
  build: {
    outDir: `${root}/../../dist/apps/dashboard`,
    emptyOutDir: true,
    sourcemap: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // What no page uses of them, such as the jobs' payloads, stays out.
      treeshake: { moduleSideEffects: [{ test: /[\\/]libs[\\/](contracts|domain)[\\/]/, sideEffects: false }] },
      output: {
        // Rolldown names a shared chunk after all pages that share it.
        chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
        codeSplitting: {
          // Few files at the first load, and an update of ours leaves the libraries in the browser's cache.
          groups: [
            {
              name: 'framework',
              test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|zod)[\\/]/,
              tags: ['$initial'],
            },
            { name: 'widgets', test: /node_modules/, tags: ['$initial'] },
            { name: 'start', tags: ['$initial'] },
            { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 16_000 },
          ],
        },
      },
    },
  },
  server: {
    proxy: { '/api': GATEWAY, '/kobo': GATEWAY },
  },
});
