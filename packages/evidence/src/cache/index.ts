/** A folder of what was read before, by content; safe to delete at any time. */
export { type Cache, type CacheOptions, type Found, openCache } from './cache.js';
export { cacheFolder } from './cache-folder.js';
