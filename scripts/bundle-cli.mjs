/**
 * Bundles what `tsc` built into packages/cli/bundle, the command as it is shipped: a process loads few files, and on the
 * version of Node that made it, with their code compiled. `node scripts/bundle-cli.mjs` takes about a second.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { root } from './setup.mjs';

const cli = join(root, 'packages/cli');
const place = join(cli, 'bundle');
const dist = (path) => join(root, 'packages', path);

/** Scripts that are started by their file name, the command and the threads. */
const entries = {
  main: dist('cli/dist/main.js'),
  'sample-worker': dist('cli/dist/fault-tree/sample-worker.js'),
  'header-worker': dist('evidence/dist/log-folder/header-worker.js'),
  'log-worker': dist('evidence/dist/log-folder/log-worker.js'),
  'member-worker': dist('evidence/dist/members/member-worker.js'),
  'job-worker': dist('server/dist/evidence/job-worker.js'),
};

/** What every command loads, and what every question to the engine does, each as one file. */
const groups = [
  {
    name: 'shell',
    test: /node_modules\/commander\/|cli\/dist\/(main|process-output|run|command|exit-code|session|registry|options|own-readers|refuse|render\/(style|text|table))\.js|core\/dist\/(case\/format-probability\.js|shown\/)|engine\/dist\/names\/|rolldown.runtime/,
  },
  {
    name: 'engine',
    test: /packages\/engine\/|numerics\/dist\/(?!sobol)|node_modules\/(saxes|xmlchars)\//,
  },
];

/** It loads a file that lies beside it, and so has to stay where it is. */
const external = ['@foxglove/wasm-zstd'];

async function bundleCli() {
  // Beside its place, so that a process that starts meanwhile finds all of the old one or all of the new.
  const folder = mkdtempSync(join(cli, '.bundle-'));
  const bundle = await rolldown({
    input: entries,
    platform: 'node',
    external,
    plugins: [withoutChildProcesses, importedOutside],
  });
  const { output } = await bundle.write({
    dir: folder,
    format: 'cjs',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    minify: true,
    codeSplitting: { groups },
  });
  await bundle.close();
  const files = new Set(output.map(({ fileName }) => fileName));
  const left = output.flatMap(({ dynamicImports = [] }) => dynamicImports).filter((name) => !files.has(name));
  const threads = output.flatMap(({ code = '' }) => [...code.matchAll(/[a-z]+-worker\.js/g)].map(([name]) => name));
  left.push(...threads.filter((name) => !files.has(name)));
  if (left.length > 0) throw new Error(`the bundle has no ${left.join(', ')}`);
  writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }\n');
  writeFileSync(join(folder, 'THIRD-PARTY.txt'), licences(output.flatMap(({ moduleIds = [] }) => moduleIds)));
  rmSync(place, { recursive: true, force: true });
  renameSync(folder, place);
  compile();
}

/** commander starts commands of several programs, of which there are none: loading what it starts them by takes a tenth. */
const withoutChildProcesses = {
  name: 'without-child-processes',
  resolveId: (id, importer) =>
    id === 'node:child_process' && /commander/.test(importer ?? '') ? '\0no-child-processes' : null,
  load: (id) => (id === '\0no-child-processes' ? 'module.exports = {};' : null),
};

/** What is imported while running and is not in the bundle: compiled code that was kept cannot import (see import-module.js). */
const importedOutside = {
  name: 'imported-outside',
  transform(code, id) {
    if (!/packages\/(cli|evidence|server)\/dist\//.test(id)) return null;
    const changed = code.replace(/\bimport\((?=[^'"]|['"](?:node:|@foxglove))/g, 'importModule(');
    return changed === code ? null : `import { importModule } from '../bin/import-module.js';\n${changed}`;
  },
  resolveId: (id) => (id === '../bin/import-module.js' ? { id, external: true } : null),
};

/** The licence of every package whose code is in the bundle, as each of them asks. */
function licences(modules) {
  const folders = new Set(modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []));
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
    return `${name} ${version} (${license})\n\n${file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim()}\n`;
  });
  return texts.join(`\n${'-'.repeat(80)}\n\n`);
}

/** Runs some commands, and keeps the compiled code of all that they used. */
function compile() {
  const program = `
    const { bundleLoader } = require(${JSON.stringify(join(cli, 'bin/bundle-loader.js'))});
    const { renameSync, writeFileSync } = require('node:fs');
    const scripts = new Map();
    const { main } = bundleLoader(${JSON.stringify(place)}, (path, script) => scripts.set(path, script))('main.js');
    process.setMaxListeners(0);
    (async () => {
      for (const words of ${JSON.stringify(usedCommands)}) {
        process.argv = [process.argv[0], 'surety', ...words];
        await main();
      }
      process.exitCode = 0;
      for (const [path, script] of scripts) {
        writeFileSync(path + '.new', script.createCachedData());
        renameSync(path + '.new', path + '.compiled');
      }
    })();`;
  // To pipes, which what is printed goes to in another way than to a terminal.
  execFileSync(process.execPath, ['-e', program], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 26 });
}

const example = ['examples/coding-agent', '--as-of', '2026-11-23'];
const usedCommands = [
  ['faulttree', 'docs/faulttree/cooling.xml', '--products', 'false', '--importance', 'false', '--json'],
  ['faulttree', 'docs/faulttree/cooling.xml'],
  ['check', ...example],
  ['assess', ...example, '--json'],
];

await bundleCli();
