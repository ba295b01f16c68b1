import { nearest } from '../names/index.js';
import { isOperation, operations } from '../uncertainty/index.js';
import type { DeviateName, Expression } from './expression.js';
import { empty } from './read-formula.js';
import { all, placeOf, quoted, required, type Sink, type XmlNode } from './xml-node.js';

/** How many inputs a deviate has. */
const deviates: Readonly<Record<DeviateName, readonly number[]>> = {
  'uniform-deviate': [2],
  'normal-deviate': [2],
  // Mean, error factor and level; or μ and σ.
  'lognormal-deviate': [2, 3],
  'gamma-deviate': [2],
  'beta-deviate': [2],
};

const others = [
  'float',
  'int',
  'bool',
  'pi',
  'parameter',
  'system-mission-time',
  'histogram',
  'switch',
  'test-initiating-event',
  'test-functional-event',
];

/** An expression of the stochastic layer. */
export function readExpression(node: XmlNode, to: Sink): Expression | undefined {
  const { name } = node;
  const place = placeOf(node);
  if (isOperation(name)) {
    const counts = operations[name].inputs;
    const inputs = readInputs(node, counts, to);
    return inputs === undefined ? undefined : { kind: 'apply', operation: name, inputs, place };
  }
  if (Object.hasOwn(deviates, name)) {
    const deviate = name as DeviateName;
    const counts = deviates[deviate];
    const inputs = readInputs(node, (count) => counts.includes(count), to);
    return inputs === undefined ? undefined : { kind: 'deviate', name: deviate, inputs, place };
  }
  switch (name) {
    case 'float':
    case 'int':
    case 'bool':
      return readConstant(node, name, to);
    case 'pi':
      return empty(node, to) ? { kind: 'pi', place } : undefined;
    case 'system-mission-time':
      return empty(node, to) ? { kind: 'mission-time', place } : undefined;
    case 'parameter': {
      const named = required(node, 'name', to);
      return named === undefined || !empty(node, to) ? undefined : { kind: 'parameter', to: named, place };
    }
    case 'histogram':
      return readHistogram(node, to);
    case 'switch':
      return readSwitch(node, to);
    case 'test-initiating-event': {
      const named = required(node, 'name', to);
      return named === undefined || !empty(node, to) ? undefined : { kind: name, name: named, place };
    }
    case 'test-functional-event': {
      const named = required(node, 'name', to);
      const state = required(node, 'state', to);
      if (named === undefined || state === undefined || !empty(node, to)) return undefined;
      return { kind: name, name: named, state, place };
    }
    case 'extern-function':
      return to.fail(
        'not-supported',
        place,
        'functions of external libraries are not run: a model is data, and they are programs',
        'an expression of MEF itself',
      );
    default:
      return to.fail(
        'unknown-element',
        place,
        `<${name}> is no expression that is known`,
        'a number, a parameter, an operation or a distribution',
        nearest(name, [...Object.keys(operations), ...Object.keys(deviates), ...others]),
      );
  }
}

function readInputs(node: XmlNode, fits: (count: number) => boolean, to: Sink): Expression[] | undefined {
  const inputs = all(node.children, (child) => readExpression(child, to));
  if (inputs === undefined || fits(inputs.length)) return inputs;
  const right = Array.from({ length: 12 }, (_, count) => count).filter(fits);
  const many = right.at(-1) === 11 && right.length > 2;
  return to.fail(
    'bad-number-of-parts',
    placeOf(node),
    `<${node.name}> has ${inputs.length} inputs`,
    many ? `at least ${right[0]}` : right.join(' or '),
  );
}

function readConstant(node: XmlNode, type: 'float' | 'int' | 'bool', to: Sink): Expression | undefined {
  if (!empty(node, to)) return undefined;
  const text = node.attributes.value ?? '';
  const value = type === 'bool' ? booleans[text] : numberOf(text, type);
  if (value === undefined)
    return to.fail(
      text === '' ? 'missing-attribute' : 'bad-value',
      placeOf(node),
      `<${type}> has the value ${quoted(text)}`,
      type === 'bool' ? 'true or false' : type === 'int' ? 'a whole number' : 'a finite number',
    );
  return { kind: 'constant', type, value, place: placeOf(node) };
}

const booleans: Readonly<Record<string, number | undefined>> = Object.assign(Object.create(null), {
  true: 1,
  false: 0,
  1: 1,
  0: 0,
});

/** A number as XML Schema writes it; what `Number` takes besides (hexadecimal, blanks alone) is none. */
function numberOf(text: string, type: 'float' | 'int'): number | undefined {
  const shape = type === 'int' ? /^\s*[+-]?\d{1,15}\s*$/ : /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/;
  if (!shape.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

function readHistogram(node: XmlNode, to: Sink): Expression | undefined {
  const [first, ...rest] = node.children;
  if (first === undefined || rest.length === 0)
    return to.fail('bad-number-of-parts', placeOf(node), '<histogram> has no bins', 'a lower bound and then bins');
  const lower = readExpression(first, to);
  const bins = all(rest, (bin) => {
    if (bin.name !== 'bin')
      return to.fail('unknown-element', placeOf(bin), `<${bin.name}> stands among the bins of a histogram`, '<bin>');
    const pair = readInputs(bin, (count) => count === 2, to);
    return pair === undefined ? undefined : { upper: pair[0]!, weight: pair[1]! };
  });
  return lower === undefined || bins === undefined
    ? undefined
    : { kind: 'histogram', lower, bins, place: placeOf(node) };
}

function readSwitch(node: XmlNode, to: Sink): Expression | undefined {
  const last = node.children.at(-1);
  if (last === undefined || last.name === 'case')
    return to.fail('bad-number-of-parts', placeOf(node), '<switch> has no default', 'cases and then an expression');
  const cases = all(node.children.slice(0, -1), (one) => {
    if (one.name !== 'case')
      return to.fail('unknown-element', placeOf(one), `<${one.name}> stands among the cases of a switch`, '<case>');
    const pair = readInputs(one, (count) => count === 2, to);
    return pair === undefined ? undefined : { when: pair[0]!, value: pair[1]! };
  });
  const otherwise = readExpression(last, to);
  return cases === undefined || otherwise === undefined
    ? undefined
    : { kind: 'switch', cases, otherwise, place: placeOf(node) };
}
