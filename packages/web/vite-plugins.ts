import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { Plugin } from 'vite';

/** Compressed files beside those of the site, as small as they get: the server sends them and need not hurry. */
export function compressed(): Plugin {
  let folder = '';
  return {
    name: 'compressed',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = join(root, build.outDir);
    },
    closeBundle: async () => {
      const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
      const write = async (name: string) => {
        const file = join(folder, name);
        const bytes = readFileSync(file);
        const params = {
          // Of what is told of the content, and of the size of its blocks, these made the largest file smallest.
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT,
          [constants.BROTLI_PARAM_LGBLOCK]: 18,
          [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        };
        writeFileSync(`${file}.br`, await promisify(brotliCompress)(bytes, { params }));
      };
      await Promise.all(names.filter((name) => /\.(?:js|css|svg)$/.test(name)).map(write));
    },
  };
}

/**
 * Names a part that is imported later, with what it takes, in the page itself: the browser then asks for all of it at once and
 * not one after the other.
 */
export function preloaded(module: string): Plugin {
  return {
    name: 'preloaded',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        const chunks = Object.values(bundle).flatMap((one) => (one.type === 'chunk' ? [one] : []));
        const part = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(module));
        if (part === undefined) throw new Error(`No part is made of ${module}`);
        const named = new Set<string>();
        const styles = new Set<string>();
        const add = (name: string) => {
          const chunk = chunks.find(({ fileName }) => fileName === name);
          if (chunk === undefined || chunk.isEntry || named.has(name)) return;
          named.add(name);
          for (const style of chunk.viteMetadata?.importedCss ?? []) styles.add(style);
          for (const next of chunk.imports) add(next);
        };
        add(part.fileName);
        const link = (rel: string, name: string) => ({
          tag: 'link',
          attrs: { rel, crossorigin: true, href: `/${name}`, nonce: '{NONCE}' },
          injectTo: 'head' as const,
        });
        const tags = [
          ...[...named].map((name) => link('modulepreload', name)),
          ...[...styles].map((name) => link('stylesheet', name)),
        ];
        // The page itself is not compressed, so what indents it is left out.
        return { html: html.replaceAll(/\n\s+/g, '\n'), tags };
      },
    },
  };
}

/**
 * Leaves out zod's way to JSON Schema, which every schema of it holds on to and nothing in the page calls: the schema for
 * editors is made by the command. What stands in its place says so if it is called all the same.
 */
export function withoutJsonSchema(): Plugin {
  return {
    name: 'without-json-schema',
    transform: (code, id) => {
      if (!/[\\/]zod[\\/]v4[\\/]core[\\/](?:to-json-schema|json-schema-processors)\.js$/.test(id)) return undefined;
      const names = [...code.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name!);
      // What makes a method when a schema is made must give one; it is the method that refuses.
      const of = (name: string) => (name.startsWith('create') ? '() => refuse' : 'refuse');
      return {
        code: [
          "const refuse = () => { throw new Error('This page makes no JSON Schema'); };",
          ...names.map((name) => `export const ${name} = ${of(name)};`),
          ...(code.includes('export { processSchema as process }') ? ['export { processSchema as process };'] : []),
        ].join('\n'),
        map: null,
      };
    },
  };
}

/** Puts a module of the worker in the place of the one of numerics that holds the larger part of the table of Sobol's directions. */
export function laterDirections(module: string): Plugin {
  return {
    name: 'later-directions',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source === './further-directions.js' && importer?.includes('numerics') === true ? module : undefined,
  };
}
