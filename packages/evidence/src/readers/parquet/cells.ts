import { isUtf8 } from 'node:buffer';
import type { SchemaElement } from 'hyparquet';
import type { Cell } from '../../trials/index.js';
import { damaged, Refusal } from './refusal.js';

/** What a decoder gives for a value of a column, before its meaning is looked at. */
export type Raw = number | bigint | boolean | Uint8Array;

/** Turns values of one column into cells. `undefined` as a whole: the column's type has no plain value. */
export type ToCell = (raw: Raw) => Cell;

/**
 * Nothing is rounded in silence: a whole number beyond 2^53, or a decimal with more than 15 digits, is a text. Dates and
 * times are texts of ISO 8601; bytes are a text where they are marked as one, or are UTF-8 without control characters.
 */
export function cellsOf(element: SchemaElement, longest: number): ToCell | undefined {
  const { type, converted_type: old, logical_type: logical } = element;
  if (old === 'DECIMAL' || logical?.type === 'DECIMAL') {
    const scale = (logical?.type === 'DECIMAL' ? logical.scale : element.scale) ?? 0;
    if (!Number.isInteger(scale) || scale < 0 || scale > 1000) throw damaged(`a decimal has the scale ${scale}`);
    return (raw) => decimal(integer(raw), scale);
  }
  switch (type) {
    case 'BOOLEAN':
      return (raw) => raw === true || raw === 1;
    case 'FLOAT':
    case 'DOUBLE':
      return (raw) => (Number.isNaN(raw) ? undefined : Number(raw));
    case 'INT32':
      if (old === 'DATE' || logical?.type === 'DATE') return (raw) => day(Number(raw));
      if (old === 'TIME_MILLIS' || logical?.type === 'TIME') return (raw) => clock(integer(raw), 3);
      return isUnsigned(element) ? (raw) => Number(raw) >>> 0 : Number;
    case 'INT64':
      return int64(element);
    case 'INT96':
      return (raw) => moment(int96(BigInt(raw as bigint)), 9);
    case 'BYTE_ARRAY':
      return (raw) => text(raw, longest, isText(element));
    case 'FIXED_LEN_BYTE_ARRAY':
      if (logical?.type === 'UUID') return (raw) => uuid(raw as Uint8Array);
      if (logical?.type === 'FLOAT16') return (raw) => float16(raw as Uint8Array);
      return undefined;
    default:
      return undefined;
  }
}

function isUnsigned({ converted_type: old, logical_type: logical }: SchemaElement): boolean {
  return old?.startsWith('UINT_') === true || (logical?.type === 'INTEGER' && !logical.isSigned);
}

function isText({ converted_type: old, logical_type: logical }: SchemaElement): boolean {
  return ['UTF8', 'ENUM', 'JSON'].includes(old ?? '') || ['STRING', 'ENUM', 'JSON'].includes(logical?.type ?? '');
}

function int64(element: SchemaElement): ToCell {
  const { converted_type: old, logical_type: logical } = element;
  const unit = (logical?.type === 'TIMESTAMP' || logical?.type === 'TIME') && logical.unit;
  const digits =
    unit === 'NANOS' ? 9 : unit === 'MICROS' || old?.endsWith('_MICROS') ? 6 : unit || old?.endsWith('_MILLIS') ? 3 : 0;
  if (logical?.type === 'TIME' || old === 'TIME_MICROS') return (raw) => clock(integer(raw), digits);
  if (digits > 0) return (raw) => moment(integer(raw), digits);
  return isUnsigned(element) ? (raw) => whole(BigInt.asUintN(64, integer(raw))) : (raw) => whole(integer(raw));
}

/** A whole number; of bytes, big-endian two's complement. */
function integer(raw: Raw): bigint {
  if (!(raw instanceof Uint8Array)) return BigInt(raw);
  if (raw.length > 64) throw damaged(`a decimal has ${raw.length} bytes`);
  const bits = BigInt(`0x0${Buffer.from(raw).toString('hex')}`);
  return raw.length === 0 ? 0n : BigInt.asIntN(raw.length * 8, bits);
}

function whole(value: bigint): Cell {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}

function decimal(value: bigint, scale: number): Cell {
  const negative = value < 0n;
  const digits = String(negative ? -value : value).padStart(scale + 1, '0');
  const plain = `${negative ? '-' : ''}${digits.slice(0, digits.length - scale)}${scale === 0 ? '' : `.${digits.slice(-scale)}`}`;
  return digits.replace(/^0+/, '').length <= 15 ? Number(plain) : plain;
}

/** Days and times outside of the years 1 to 9999 are not of a log. */
const firstMilli = -62135596800000;
const lastMilli = 253402300799999;

function iso(millis: number): string {
  if (!(millis >= firstMilli && millis <= lastMilli)) throw damaged('a date lies outside of the years 1 to 9999');
  return new Date(millis).toISOString();
}

function day(days: number): string {
  return iso(days * 86_400_000).slice(0, 10);
}

/** Units of 10^-digits s since 1970, as `2026-01-02T03:04:05.678901Z`; in UTC where the file says so, else as it was written. */
function moment(units: bigint, digits: number): string {
  const perSecond = 10n ** BigInt(digits);
  const part = ((units % perSecond) + perSecond) % perSecond;
  const seconds = (units - part) / perSecond;
  const second = iso(Number(seconds) * 1000).slice(0, 19);
  return part === 0n ? `${second}Z` : `${second}.${String(part).padStart(digits, '0')}Z`;
}

function clock(units: bigint, digits: number): string {
  if (units < 0n || units >= 86_400n * 10n ** BigInt(digits)) throw damaged('a time of day is longer than a day');
  return moment(units, digits).slice(11, -1);
}

/** Julian day and nanoseconds of the day, as old Spark and Impala write timestamps. */
function int96(raw: bigint): bigint {
  const days = BigInt.asIntN(32, raw >> 64n);
  return (days - 2_440_588n) * 86_400_000_000_000n + BigInt.asUintN(64, raw);
}

function text(raw: Raw, longest: number, marked: boolean): Cell {
  const bytes = raw as Uint8Array;
  if (bytes.length > longest) {
    const message = `a text has ${bytes.length} bytes`;
    throw new Refusal({ code: 'text-too-long', message, expected: `at most ${longest} bytes` });
  }
  const valid = isUtf8(bytes);
  if (marked && !valid) {
    throw new Refusal({ code: 'text-encoding', message: 'a text is not valid UTF-8', expected: 'UTF-8 text' });
  }
  if (!valid) return undefined;
  const found = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  // Bytes that nobody calls a text are one only if they look like it.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  return marked || !/[\u0000-\u0008\u000e-\u001f]/.test(found) ? found : undefined;
}

function uuid(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function float16(bytes: Uint8Array): Cell {
  const bits = bytes[0]! | (bytes[1]! << 8);
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : undefined;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
