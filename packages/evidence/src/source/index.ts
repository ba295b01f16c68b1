/** Open files and their digests. */
export { type Digest, digestOf, digestOfBytes, digestOfFile, digestOfText } from './digest.js';
export {
  changed,
  chunksOf,
  openSource,
  readHead,
  readRange,
  type Sink,
  type Source,
  systemCode,
  unreadable,
} from './source.js';
