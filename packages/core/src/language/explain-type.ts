import type { TextCode } from './codes.js';
import type { Place } from './place.js';
import { expectedOf, found, type Kind, kindOf, nameOf, type Schema } from './schema-words.js';
import { type Details, quoted, report } from './source.js';
import { headOf, type Plain, type TextNode } from './tree.js';

/** A value of another type: first the slips that YAML invites, which have codes and mends of their own. */
export function explainType(place: Place, options: readonly Schema[], names?: readonly string[]): void {
  if (explainSlip(place, options)) return;
  const { source, data, node, where } = place;
  const expected = names === undefined ? expectedOf(options) : `one of ${names.join(', ')}`;
  const message = `Expected ${expected || 'something else'} for ${nameOf(where)}, found ${found(data)}.`;
  report(source, 'wrong-type', headOf(node), message, textWanted(place, options));
}

/** Quotes make a text of a number or a boolean. */
function textWanted({ source, data, node }: Place, options: readonly Schema[]): Details {
  const kinds = options.flatMap(kindOf);
  if (node.kind === 'list' && kinds.length > 0 && kinds.every((kind) => kind === 'text'))
    return { hint: 'It takes one, not a list.' };
  // Where something else is possible as well, quotes may not be what is meant.
  if (
    kinds.length === 0 ||
    kinds.some((kind) => kind !== 'text') ||
    node.kind !== 'scalar' ||
    !node.plain ||
    (typeof data !== 'number' && typeof data !== 'boolean')
  )
    return {};
  const text = quoted(source.text.slice(node.start, node.end));
  return { hint: 'Put it in quotes.', fix: { start: node.start, end: node.end, text } };
}

interface Slip {
  readonly code: TextCode;
  readonly message: string;
  readonly text: string;
}

/** Reports a value that is text in YAML and was hardly meant as one. False where the value is no such slip. */
export function explainSlip(place: Place, options: readonly Schema[]): boolean {
  const { source, data, node, where } = place;
  const kinds = new Set(options.flatMap((option) => kindOf(option)));
  const name = nameOf(where);
  const slip =
    numberSlip(data, node, kinds, name) ??
    booleanSlip(data, node, kinds, name) ??
    colonSlip(place, kinds, name) ??
    parameterSlip(place, name);
  if (slip === undefined) return false;
  report(source, slip.code, node, slip.message, { fix: { start: node.start, end: node.end, text: slip.text } });
  return true;
}

function numberSlip(data: Plain | undefined, node: TextNode, kinds: ReadonlySet<Kind>, name: string): Slip | undefined {
  if (typeof data !== 'string' || node.kind !== 'scalar' || !node.plain || !kinds.has('number')) return undefined;
  if (/^[-+]?\d+(?:_\d+)+(?:\.\d+)?(?:e[-+]?\d+)?$/i.test(data)) {
    const message = `Expected a number for ${name}, found '${data}': YAML 1.2 reads digits with \`_\` as text.`;
    return { code: 'underscore-in-number', message, text: data.replaceAll('_', '') };
  }
  const percent = /^([-+]?(?:\d+\.?\d*|\.\d+))\s*%$/.exec(data)?.[1];
  if (percent === undefined) return undefined;
  const message = `Expected a number for ${name}, found '${data}': YAML reads it as text; write the fraction.`;
  return { code: 'percent-in-number', message, text: hundredth(percent) };
}

/** `2.5` → `0.025`, without the digits that a division by 100 would add. */
function hundredth(percent: string): string {
  return String(Number((Number(percent) / 100).toPrecision(15)));
}

function booleanSlip(
  data: Plain | undefined,
  node: TextNode,
  kinds: ReadonlySet<Kind>,
  name: string,
): Slip | undefined {
  if (typeof data !== 'string' || node.kind !== 'scalar' || !node.plain || !kinds.has('boolean')) return undefined;
  if (!/^(?:yes|no|on|off|y|n)$/i.test(data)) return undefined;
  const message = `Expected true or false for ${name}, found '${data}': YAML 1.2 reads it as text.`;
  return { code: 'word-for-boolean', message, text: /^(?:yes|on|y)$/i.test(data) ? 'true' : 'false' };
}

/** A text that became a map of one key, on one line. */
function colonSlip({ source, node }: Place, kinds: ReadonlySet<Kind>, name: string): Slip | undefined {
  if (node.kind !== 'map' || node.flow || node.entries.length !== 1 || !kinds.has('text') || kinds.has('map'))
    return undefined;
  const written = source.text.slice(node.start, node.end);
  if (written.includes('\n')) return undefined;
  const message = `Expected text for ${name}, but YAML reads \`: \` as a key; put the text in quotes.`;
  return { code: 'colon-in-text', message, text: quoted(written) };
}

/** A parameter of a pattern without quotes: a map of one key that holds nothing. */
function parameterSlip({ source, node, where }: Place, name: string): Slip | undefined {
  const [entry, ...others] = node.kind === 'map' && node.flow ? node.entries : [];
  if (where[0] !== 'patterns' || entry === undefined || others.length > 0) return undefined;
  const { value } = entry;
  if (value.kind !== 'scalar' || value.value !== null || value.start !== entry.keyStart) return undefined;
  const written = source.text.slice(node.start, node.end);
  const message = `Expected a value for ${name}, but YAML reads \`${written}\` as a map; put the parameter in quotes.`;
  return { code: 'leading-indicator', message, text: quoted(written) };
}
