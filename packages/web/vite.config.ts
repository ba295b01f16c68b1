import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { compressed, withoutJsonSchema } from './vite-plugins.js';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string };

/** Built into `dist/site`, from where `surety serve` serves it. Nothing of it is inlined: the policy of the page allows no data scripts. */
export default defineConfig({
  plugins: [react(), compressed()],
  resolve: { conditions: ['surety-source', ...defaultClientConditions] },
  worker: { format: 'es', plugins: () => [withoutJsonSchema()] },
  // The server puts the nonce of each answer in its place.
  html: { cspNonce: '{NONCE}' },
  define: { 'import.meta.env.SURETY_VERSION': JSON.stringify(version) },
  build: {
    outDir: 'dist/site',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
});
