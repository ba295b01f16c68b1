import { formatNumber, type Path } from '../../case/index.js';
import { clean } from '../../shown/index.js';

/** Longest value that is written out, in characters. */
const longest = 240;

/** A value of a case in words: `0.02 by Ada`, `a, b`, `probability 0.001 per window`. */
export function said(value: unknown): string {
  // Names of keys may be anybody's words too.
  const text = clean(whole(value));
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function whole(value: unknown): string {
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (value === null || typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(whole).join(', ');
  const parts = Object.entries(value).flatMap(([key, inner]) => part(key, inner));
  return parts.length === 0 ? 'nothing' : parts.join(' ');
}

/** Keys whose values speak for themselves. */
const plain = new Set(['value', 'opinions', 'distribution', 'kind', 'id', 'to', 'path', 'leaf', 'element', 'text']);
/** Kinds that their values show. */
const shown = new Set<unknown>(['number', 'distribution', 'expression', 'element']);

function part(key: string, value: unknown): readonly string[] {
  const isPlace = key === 'origin' && typeof value === 'object';
  const isEmpty = value === undefined || value === false || (Array.isArray(value) && value.length === 0);
  if (isPlace || isEmpty || (key === 'kind' && shown.has(value))) return [];
  return [plain.has(key) ? whole(value) : `${key} ${whole(value)}`];
}

/** Steps of a path that the text of a case does not have, or that say nothing. */
const unsaid = new Set<string | number>(['opinions', 'value', 'distribution', 'definition', 0]);

/** What a path leads to, in the words of the text: `threshold probability`, `doubt #2 by`. */
export function pathInWords(path: Path): string {
  const words = path.flatMap((step) => (unsaid.has(step) ? [] : [typeof step === 'number' ? `#${step + 1}` : step]));
  return words.length === 0 ? 'value' : words.join(' ');
}
