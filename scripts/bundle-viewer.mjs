/** Bundles packages/viewer into one script for pages: nothing is imported, fetched or evaluated at run time. */
import { basename, join } from 'node:path';
import { rolldown } from 'rolldown';
import { root } from './setup.mjs';

const sources = join(root, 'packages/viewer/src');

/** The script as text, ready to stand in a `<script>`; the same sources give the same bytes. */
export async function bundleViewer() {
  const replaced = new Set();
  const bundle = await rolldown({
    input: join(sources, 'page.ts'),
    platform: 'browser',
    resolve: {
      conditionNames: ['surety-source', 'import', 'default'],
      extensionAlias: { '.js': ['.ts', '.js'] },
    },
    // Measuring has happened before: its tables, fonts and what else is never called are left out.
    plugins: [shortText(replaced)],
    treeshake: { moduleSideEffects: (id) => id.endsWith('/page.ts') },
  });
  const { output } = await bundle.generate({ format: 'iife', minify: true });
  await bundle.close();
  for (const name of measuring) if (!replaced.has(name)) throw new Error(`${name} is not there any more`);
  const [script, ...others] = output;
  if (others.length > 0 || script.imports.length > 0) throw new Error('the viewer is not one file');
  const text = script.code.trim();
  if (/<\/script|<!--/i.test(text)) throw new Error('the viewer holds what would end its element');
  return text;
}

/** For what the painter takes short-text.ts in place of core's own: the words and the boxes of signs. */
const measuring = ['wrap.js in signs.ts', 'text-width.js in signs.ts', 'wrap.js in link-signs.ts'];

function shortText(replaced) {
  return {
    name: 'short-text',
    resolveId(id, importer) {
      const name = `${basename(id)} in ${basename(importer ?? '')}`;
      if (!measuring.includes(name)) return null;
      replaced.add(name);
      return join(sources, 'short-text.ts');
    },
  };
}

/** The script as a module of core. */
export async function viewerModule() {
  const text = JSON.stringify(await bundleViewer());
  return `/** Made by scripts/bundle-viewer.mjs from packages/viewer. Do not edit. */\nexport const viewerScript =\n  ${text};\n`;
}
