/**
 * Checks that imports go one way: dependency-cruiser with `.dependency-cruiser.cjs`, over all packages. Its reader of
 * TypeScript takes no JSX (it leaves `tsx` to a later version), so it is told here which files have some.
 */
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const swc = createRequire(import.meta.url)('@swc/core');
const { parseFileSync } = swc;
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') });

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const packages = readdirSync('packages').map((name) => `packages/${name}/src`);
process.argv.splice(2, Number.POSITIVE_INFINITY, '--config', '.dependency-cruiser.cjs', ...packages);
await import('../node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
