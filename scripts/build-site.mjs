/** Builds the workspace's page into packages/cli/site, where something that goes into it is newer. `--force` builds anyway. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNode } from './setup.mjs';

const made = join(root, 'packages/cli/site/index.html');
const parts = ['numerics', 'engine', 'core', 'server', 'viewer', 'web'].map((name) =>
  join(root, 'packages', name, 'src'),
);
const single = ['index.html', 'vite.config.ts', 'vite-plugins.ts', 'public/icon.svg'].map((name) =>
  join(root, 'packages/web', name),
);

// A test that builds it says `test` here, and would get the slow React for those who develop.
process.env.NODE_ENV = 'production';

if (process.argv.includes('--force') || isOld()) {
  runNode([join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: join(root, 'packages/web'),
    // Else a test would build what React has for development.
    env: { ...process.env, NODE_ENV: 'production' },
  });
}

function isOld() {
  if (!existsSync(made)) return true;
  const since = statSync(made).mtimeMs;
  const newer = (file) => statSync(file).mtimeMs > since;
  if ([...single, join(root, 'package-lock.json')].some(newer)) return true;
  return parts.some((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).some(
      (entry) =>
        entry.isFile() && !/\.(test|testing)\.tsx?$/.test(entry.name) && newer(join(entry.parentPath, entry.name)),
    ),
  );
}
