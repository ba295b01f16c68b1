import { nearest } from '../names/index.js';
import type { Connective, Formula, ReferenceType } from './formula.js';
import { all, placeOf, quoted, required, type Sink, type XmlNode } from './xml-node.js';

/** How many inputs a connective has: from, to. */
const connectives: Readonly<Record<Connective, readonly [number, number]>> = {
  and: [1, Infinity],
  or: [1, Infinity],
  not: [1, 1],
  xor: [1, Infinity],
  iff: [2, 2],
  imply: [2, 2],
  nand: [1, Infinity],
  nor: [1, Infinity],
  atleast: [1, Infinity],
  cardinality: [1, Infinity],
};

const references: Readonly<Record<string, ReferenceType>> = {
  gate: 'gate',
  'basic-event': 'basic-event',
  'house-event': 'house-event',
  event: 'any',
};

/** A formula of gates, basic events, house events and constants. */
export function readFormula(node: XmlNode, to: Sink): Formula | undefined {
  const { name, attributes } = node;
  if (Object.hasOwn(connectives, name)) return readConnective(node, name as Connective, to);
  if (name === 'constant') {
    const value = readBoolean(node, to);
    return value === undefined ? undefined : { kind: 'constant', value };
  }
  const type = Object.hasOwn(references, name) ? references[name] : undefined;
  if (type === undefined) {
    const known = [...Object.keys(connectives), ...Object.keys(references), 'constant'];
    return to.fail(
      'unknown-element',
      placeOf(node),
      `<${name}> is no part of a formula`,
      'a connective or an event',
      nearest(name, known),
    );
  }
  const event = required(node, 'name', to);
  if (event === undefined || !empty(node, to)) return undefined;
  const stated = attributes.type;
  if (type !== 'any' || stated === undefined) return { kind: 'reference', to: event, type, place: placeOf(node) };
  const named = Object.hasOwn(references, stated) ? references[stated] : undefined;
  if (named === undefined || named === 'any')
    return to.fail(
      'bad-value',
      placeOf(node),
      `<event> has the type ${quoted(stated)}`,
      'gate, basic-event or house-event',
    );
  return { kind: 'reference', to: event, type: named, place: placeOf(node) };
}

function readConnective(node: XmlNode, kind: Connective, to: Sink): Formula | undefined {
  const inputs = all(node.children, (child) => readFormula(child, to));
  if (inputs === undefined) return undefined;
  const place = placeOf(node);
  const [least, most] = connectives[kind];
  if (inputs.length < least || inputs.length > most)
    return to.fail(
      'bad-number-of-parts',
      place,
      `<${kind}> has ${inputs.length} inputs`,
      most === Infinity ? 'at least one' : String(most),
    );
  const bounds: { min?: number; max?: number } = {};
  const wanted = kind === 'atleast' ? (['min'] as const) : kind === 'cardinality' ? (['min', 'max'] as const) : [];
  for (const name of wanted) {
    const text = node.attributes[name] ?? '';
    if (!/^\d{1,9}$/.test(text) || Number(text) > inputs.length)
      return to.fail(
        text === '' ? 'missing-attribute' : 'bad-value',
        place,
        `<${kind}> has the ${name} ${quoted(text)} over ${inputs.length} inputs`,
        `a whole number from 0 to ${inputs.length}`,
      );
    bounds[name] = Number(text);
  }
  if (bounds.max !== undefined && bounds.min !== undefined && bounds.max < bounds.min)
    return to.fail('bad-value', place, `<${kind}> has a max below its min`, 'min ≤ max');
  return { kind, inputs, ...bounds, place };
}

/** `<constant value="true"/>` */
export function readBoolean(node: XmlNode, to: Sink): boolean | undefined {
  const { value } = node.attributes;
  const known = value === 'true' || value === 'false' || value === '1' || value === '0';
  if (node.name !== 'constant' || !known)
    return to.fail('bad-value', placeOf(node), `<${node.name}> is no constant`, '<constant value="true"/> or "false"');
  return empty(node, to) ? value === 'true' || value === '1' : undefined;
}

/** Whether nothing stands in the element. */
export function empty(node: XmlNode, to: Sink): boolean {
  const [child] = node.children;
  if (child === undefined) return true;
  to.fail('unknown-element', placeOf(child), `<${child.name}> stands inside <${node.name}>`, 'nothing');
  return false;
}
