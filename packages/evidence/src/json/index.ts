/** JSON read in chunks, keeping only what a shape names. */
export { jsonScan } from './scan.js';
export {
  each,
  isObject,
  type JsonObject,
  type JsonValue,
  length,
  list,
  object,
  presence,
  type Shape,
  type Span,
  scalar,
  skip,
  take,
} from './shape.js';
