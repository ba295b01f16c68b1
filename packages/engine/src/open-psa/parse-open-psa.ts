import type { XmlElement, XmlHandlers, XmlPlace, XmlProblem } from '../xml/index.js';
import type { BasicEvent, Connective, FaultTree, FaultTreeGate, Formula } from './fault-tree.js';

export interface OpenPsaLimits {
  /** Gates and events that are defined. */
  readonly definitions: number;
  /** References and connectives in all formulas. */
  readonly nodes: number;
}

export const openPsaLimits: OpenPsaLimits = { definitions: 1_000_000, nodes: 10_000_000 };

/** Takes the elements of the text as they come; `tree` is to be asked for when the text has ended without a problem. */
export interface OpenPsaParser {
  readonly handlers: XmlHandlers;
  tree(): FaultTree;
}

const connectives: ReadonlySet<string> = new Set<Connective>([
  'and',
  'or',
  'not',
  'xor',
  'iff',
  'imply',
  'nand',
  'nor',
  'atleast',
  'cardinality',
]);

/** Elements that change no probability of a gate. Whatever else is not known is refused: it might. */
const harmless: ReadonlySet<string> = new Set([
  'label',
  'attributes',
  'attribute',
  'define-parameter',
  'define-event-tree',
  'define-initiating-event',
  'define-functional-event',
  'define-sequence',
  'define-rule',
  'define-extern-library',
  'define-extern-function',
]);

interface Open {
  readonly kind: 'root' | 'container' | 'gate' | 'event' | 'house' | 'formula' | 'leaf';
  readonly element: XmlElement;
  readonly inputs: Formula[];
  probability?: number;
  state?: boolean;
}

/**
 * Parser of the fault-tree part of the Open-PSA Model Exchange Format 2.0d: `define-fault-tree`, `define-component`,
 * `model-data`, `define-gate` over any connectives, `define-basic-event` with a constant (`float`, `int`, `bool`) or
 * nothing, `define-house-event`. Names are of the whole file, as in the benchmarks of the literature: a name that is
 * defined twice, a private role, a basic event with another expression, common-cause groups and substitutions are
 * refused.
 */
export function openPsaParser(limits: OpenPsaLimits = openPsaLimits): OpenPsaParser {
  const names: string[] = [];
  const gates = new Map<string, FaultTreeGate>();
  const events = new Map<string, BasicEvent>();
  const houses = new Map<string, boolean>();
  const skipped = new Map<string, number>();
  const defined = new Map<string, XmlPlace>();
  const open: Open[] = [];
  let skipping = 0;
  let nodes = 0;

  const fail = ({ line, column }: XmlPlace, message: string, expected?: string): XmlProblem => ({
    kind: 'syntax',
    line,
    column,
    message,
    ...(expected === undefined ? {} : { expected }),
  });

  const push = (kind: Open['kind'], element: XmlElement): undefined => {
    open.push({ kind, element, inputs: [] });
    return undefined;
  };

  function begin(element: XmlElement): XmlProblem | undefined {
    const { name } = element;
    const outer = open.at(-1);
    if (outer === undefined) {
      return name === 'opsa-mef'
        ? push('root', element)
        : fail(element, `the text begins with <${name}>`, '<opsa-mef>');
    }
    if (skipping > 0 || harmless.has(name)) {
      if (skipping === 0) skipped.set(name, (skipped.get(name) ?? 0) + 1);
      skipping += 1;
      return undefined;
    }
    switch (outer.kind) {
      case 'root':
      case 'container':
        return define(element);
      case 'gate':
      case 'formula':
        return formula(element, outer);
      case 'event':
        return value(element, outer);
      case 'house':
        return constant(element, outer);
      case 'leaf':
        return fail(element, `<${name}> stands inside <${outer.element.name}>`, 'nothing');
    }
  }

  function define(element: XmlElement): XmlProblem | undefined {
    const { name, attributes } = element;
    if (name === 'model-data') return push('container', element);
    const kinds = {
      'define-fault-tree': 'container',
      'define-component': 'container',
      'define-gate': 'gate',
      'define-basic-event': 'event',
      'define-house-event': 'house',
    } as const;
    const kind = Object.hasOwn(kinds, name) ? kinds[name as keyof typeof kinds] : undefined;
    if (kind === undefined) {
      return fail(element, `<${name}> is not supported`, Object.keys(kinds).join(', '));
    }
    const named = attributes.name;
    if (named === undefined || named === '') return fail(element, `<${name}> has no name`, 'the attribute `name`');
    if (attributes.role === 'private')
      return fail(element, `“${named}” is private, and names are of the whole file here`, 'no role, or a public one');
    if (kind === 'container') {
      if (name === 'define-fault-tree') names.push(named);
      return push(kind, element);
    }
    const before = defined.get(named);
    if (before !== undefined)
      return fail(element, `“${named}” is defined twice, first at ${before.line}:${before.column}`, 'one definition');
    if (defined.size >= limits.definitions)
      return {
        ...fail(element, 'the model has too many gates and events', `at most ${limits.definitions}`),
        kind: 'limit',
      };
    defined.set(named, { line: element.line, column: element.column });
    return push(kind, element);
  }

  function formula(element: XmlElement, outer: Open): XmlProblem | undefined {
    const { name, attributes, line, column } = element;
    const place = { line, column };
    nodes += 1;
    if (nodes > limits.nodes)
      return { ...fail(element, 'the formulas are too large', `at most ${limits.nodes} parts`), kind: 'limit' };
    if (outer.kind === 'gate' && outer.inputs.length > 0)
      return fail(element, `gate “${outer.element.attributes.name}” has two formulas`, 'one');
    if (connectives.has(name)) return push('formula', element);
    if (name === 'constant') return constant(element, outer);
    const types: Readonly<Record<string, 'gate' | 'basic-event' | 'house-event' | 'any'>> = {
      gate: 'gate',
      'basic-event': 'basic-event',
      'house-event': 'house-event',
      event: 'any',
    };
    const type = Object.hasOwn(types, name) ? types[name]! : undefined;
    if (type === undefined) return fail(element, `<${name}> is no part of a formula`, 'a connective or an event');
    if (attributes.name === undefined) return fail(element, `<${name}> has no name`, 'the attribute `name`');
    const stated = attributes.type;
    outer.inputs.push({
      kind: 'reference',
      to: attributes.name,
      type: type === 'any' && stated !== undefined && Object.hasOwn(types, stated) ? types[stated]! : type,
      place,
    });
    return push('leaf', element);
  }

  function value(element: XmlElement, event: Open): XmlProblem | undefined {
    const { name, attributes } = element;
    const of = `basic event “${event.element.attributes.name}”`;
    if (event.probability !== undefined) return fail(element, `${of} has two probabilities`, 'one');
    const text = attributes.value ?? '';
    if (name !== 'float' && name !== 'int' && name !== 'bool')
      return fail(
        element,
        `${of} has the expression <${name}>, which is not supported`,
        'a constant: float, int or bool',
      );
    const found = name === 'bool' ? { true: 1, false: 0 }[text] : text.trim() === '' ? undefined : Number(text);
    if (found === undefined || !(found >= 0 && found <= 1))
      return fail(element, `${of} has the probability “${text.slice(0, 40)}”`, 'a number from 0 to 1');
    event.probability = found;
    return push('leaf', element);
  }

  function constant(element: XmlElement, outer: Open): XmlProblem | undefined {
    const { value: text } = element.attributes;
    if (element.name !== 'constant' || (text !== 'true' && text !== 'false'))
      return fail(element, `<${element.name}> is no constant`, '<constant value="true"/> or "false"');
    if (outer.kind === 'house') {
      if (outer.state !== undefined) return fail(element, 'a house event has two states', 'one');
      outer.state = text === 'true';
    } else outer.inputs.push({ kind: 'constant', value: text === 'true' });
    return push('leaf', element);
  }

  function finish(): XmlProblem | undefined {
    if (skipping > 0) {
      skipping -= 1;
      return undefined;
    }
    const { kind, element, inputs, probability, state } = open.pop()!;
    const { line, column } = element;
    const place = { line, column };
    const name = element.attributes.name ?? '';
    if (kind === 'gate') {
      const [only] = inputs;
      if (only === undefined) return fail(element, `gate “${name}” has no formula`, 'a formula');
      gates.set(name, { name, formula: only, place });
    } else if (kind === 'event') {
      events.set(name, { name, place, ...(probability === undefined ? {} : { probability }) });
    } else if (kind === 'house') {
      // An undefined state is false: MEF 2.0d.
      houses.set(name, state ?? false);
    } else if (kind === 'formula') {
      const made = connective(element, inputs, place);
      if ('message' in made) return made;
      open.at(-1)!.inputs.push(made);
    }
    return undefined;
  }

  function connective(element: XmlElement, inputs: readonly Formula[], place: XmlPlace): Formula | XmlProblem {
    const kind = element.name as Connective;
    const bounds: { min?: number; max?: number } = {};
    for (const name of kind === 'atleast'
      ? (['min'] as const)
      : kind === 'cardinality'
        ? (['min', 'max'] as const)
        : []) {
      const text = element.attributes[name] ?? '';
      if (!/^\d{1,9}$/.test(text) || Number(text) > inputs.length)
        return fail(
          element,
          `<${kind}> has the ${name} “${text.slice(0, 40)}” over ${inputs.length} inputs`,
          `a whole number from 0 to ${inputs.length}`,
        );
      bounds[name] = Number(text);
    }
    const arity = kind === 'not' ? 1 : kind === 'imply' || kind === 'iff' ? 2 : undefined;
    if (arity === undefined ? inputs.length === 0 : inputs.length !== arity)
      return fail(
        element,
        `<${kind}> has ${inputs.length} inputs`,
        arity === undefined ? 'at least one' : String(arity),
      );
    return { kind, inputs, ...bounds, place };
  }

  return {
    handlers: {
      open: begin,
      close: finish,
      text: (text, place) =>
        /\S/.test(text) && skipping === 0
          ? fail(place, 'a text stands between the elements', 'elements only')
          : undefined,
    },
    tree: () => ({ names, gates, events, houses, skipped }),
  };
}
