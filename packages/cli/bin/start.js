const { statSync } = require('node:fs');
const { join } = require('node:path');

const bundle = join(__dirname, '../bundle');

/**
 * Runs the command: from the bundle, whose few files load in a third of the time, or from dist where there is none, or where
 * something was built after it.
 */
exports.start = () => {
  const made = changedAt(join(bundle, 'main.js'));
  const built = ['cli', 'core', 'engine', 'evidence', 'numerics', 'server'].map((name) =>
    changedAt(join(__dirname, '../..', name, 'dist/.tsbuildinfo')),
  );
  if (made === 0 || built.some((time) => time > made)) return import('../dist/main.js').then(({ main }) => main());
  return require('./bundle-loader.js').bundleLoader(bundle)('main.js').main();
};

/** 0 where there is no such file: packages that were installed tell nothing of when they were built. */
function changedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
