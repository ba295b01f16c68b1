import type { Problem } from '../problem.js';

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue | undefined;
}

/**
 * What to keep of a JSON value. Everything is checked to be JSON, but only what the shape names is held in memory, so
 * that transcripts of any length can be passed over. Where the text holds a number, text, boolean or null in the place
 * of a container, that is kept as with `scalar`; a container of the other kind is kept empty.
 */
export type Shape =
  | { readonly kind: 'skip' }
  /** The whole value. */
  | { readonly kind: 'take' }
  /** Numbers, booleans, null and short texts; longer texts and containers are dropped. */
  | { readonly kind: 'scalar' }
  /** The number of elements or keys of a container; 0 for null, 1 for anything else. */
  | { readonly kind: 'length' }
  | { readonly kind: 'list'; readonly item: Shape }
  /** An array whose items are handed over one by one, with the line that they end on and the bytes that they take, and not kept. */
  | {
      readonly kind: 'each';
      readonly item: Shape;
      readonly use: UseItem;
    }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, Shape>; readonly other: Shape };

/** Bytes of the text, from `start` to `end` (exclusive). Of an item that is no container both are its end. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type UseItem = (item: JsonValue, line: number, span: Span) => Problem | undefined;

export const skip: Shape = { kind: 'skip' };
export const take: Shape = { kind: 'take' };
export const scalar: Shape = { kind: 'scalar' };
export const length: Shape = { kind: 'length' };
/** An object of which nothing is kept: tells `null` and absence from presence. */
export const presence: Shape = object({});

export function list(item: Shape): Shape {
  return { kind: 'list', item };
}

export function each(item: Shape, use: UseItem): Shape {
  return { kind: 'each', item, use };
}

/** The named fields, and `other` for all that are not named. */
export function object(fields: Readonly<Record<string, Shape>>, other: Shape = skip): Shape {
  return { kind: 'object', fields: new Map(Object.entries(fields)), other };
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
