/** Imports a module while running, for the bundle: V8 forgets how that is done in code that was kept compiled. */
exports.importModule = (name) => import(name);
