import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { compressed, laterDirections, preloaded, withoutJsonSchema } from './vite-plugins.js';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string };

/** Folders of core with what a case is read, checked and assessed with. */
const judgingFolders =
  'canonical case schema statistics calculator expression quantities signoff language rules doubt pipeline'.split(' ');
/** What stands in them and is loaded later: editing, help for who writes, manuals, words about what was assessed. */
const later =
  /sobol-further-directions[.]generated|(?:manual|manuals|markdown|calculators)[.]ts|language.(?:edit|assist|document)|doubt.(?:category-shares|failing-part|legs-in-words)/;

function isJudging(id: string): boolean {
  if (later.test(id)) return false;
  if (/node_modules.(?:yaml|zod|@noble|canonicalize)\b|without-eval/.test(id)) return true;
  const [, name, folder] = /packages.(\w+).src.([\w-]+)/.exec(id) ?? [];
  if (name === 'numerics' || name === 'engine') return true;
  return name === 'core' && judgingFolders.includes(folder ?? '');
}

/** Built into the folder `site` of the command, from where `surety serve` serves it. Nothing of it is inlined: the policy of the page allows no data scripts. */
export default defineConfig({
  plugins: [react(), preloaded('/src/app/start.tsx'), compressed()],
  resolve: { conditions: ['surety-source', ...defaultClientConditions] },
  worker: {
    format: 'es',
    plugins: () => [
      withoutJsonSchema(),
      laterDirections(fileURLToPath(new URL('src/compute/further-directions.ts', import.meta.url))),
    ],
    // What judges a case is one file, however its parts are used elsewhere: it is compressed better so.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'judge', test: isJudging }] } } },
  },
  // The server puts the nonce of each answer in its place.
  html: { cspNonce: '{NONCE}' },
  define: { 'import.meta.env.SURETY_VERSION': JSON.stringify(version) },
  build: {
    outDir: '../cli/site',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
});
