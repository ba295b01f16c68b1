const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

// A command is mostly done before what V8 optimises while it runs pays off: waiting longer with it halves the processor
// time of a large case. Kept compiled code holds for the flags that it was made under, so they are set with the loader.
setFlagsFromString('--interrupt-budget=600000');

/**
 * Loads files of the bundle as `require` does, with the code that was compiled when the bundle was made: on Node 20 nothing
 * else keeps it. What another version of Node compiled is refused by V8, and compiled again. The name of a file and of its
 * compiled code hold a digest of its text, so that the one never stands for another text.
 */
exports.bundleLoader = (folder, seen = (_path, _script) => {}) => {
  const loaded = new Map();
  return function load(name) {
    const known = loaded.get(name);
    if (known !== undefined) return known.exports;
    const path = join(folder, name);
    const script = new Script(
      `(function (exports, require, module, __filename, __dirname) {${readFileSync(path)}\n})`,
      {
        filename: path,
        cachedData: compiledCode(`${path}.compiled`),
      },
    );
    seen(path, script);
    const own = { exports: {} };
    loaded.set(name, own);
    const from = (id) => {
      if (id.startsWith('./')) return load(id.slice(2));
      return late.has(id) ? lateModule(id) : require(id.startsWith('.') ? join(folder, id) : id);
    };
    script.runInThisContext().call(own.exports, own.exports, from, own, path, folder);
    return own.exports;
  };
};

/** Modules of Node that take milliseconds to load, and that many commands import and never use. */
const late = new Set(['node:crypto']);

/** A module that is loaded when something of it is first used. */
function lateModule(id) {
  return new Proxy(
    {},
    {
      get: (_, name) => require(id)[name],
      has: (_, name) => name in require(id),
      ownKeys: () => Reflect.ownKeys(require(id)),
      getOwnPropertyDescriptor: (_, name) => {
        const found = Reflect.getOwnPropertyDescriptor(require(id), name);
        return found && { ...found, configurable: true };
      },
    },
  );
}

function compiledCode(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
