import type { Argument } from '../argument-source.js';
import { report } from '../source.js';
import { entryOf, type MapNode, type Span } from '../tree.js';
import { mostElements, spend } from './budget.js';
import type { Fault } from './fault.js';
import type { Patterns } from './patterns.js';

/** The making of one instance that a text states, with all that its pattern uses in turn. */
export interface Run {
  readonly argument: Argument;
  readonly patterns: Patterns;
  /** Where that stands which has no place of its own in the text that uses the pattern. */
  readonly at: Span;
  /** Reports at a place of the text that uses the pattern; the same thing once. */
  readonly fault: Fault;
  /** Takes so much from what may be made. False (and reported) where it is used up. */
  readonly spend: (size: number) => boolean;
  /** Whether so many more elements may be made; reported where not. */
  readonly mayMake: (elements: number) => boolean;
  /** Elements of patterns of which something was reported already. */
  readonly faulty: Set<unknown>;
  /** Ids of what was made, in their module. */
  readonly ids: Set<string>;
}

/** `node` is the element that uses a pattern. */
export function newRun(argument: Argument, node: MapNode, patterns: Patterns): Run {
  const { source } = argument.file;
  const uses = entryOf(node, 'uses')!;
  const given = uses.value.kind === 'map' ? entryOf(uses.value, 'with') : undefined;
  const { keyStart: start, keyEnd: end } = given ?? uses;
  const said = new Set<string>();
  const fault: Run['fault'] = (code, at, message, details) => {
    const key = `${code} ${at.start} ${message}`;
    if (!said.has(key)) report(source, code, at, message, details);
    said.add(key);
  };
  const at: Span = { start, end };
  const within = (fits: boolean) => {
    if (!fits) fault('too-many-instances', at, tooMany);
    return fits;
  };
  return {
    argument,
    patterns,
    at,
    fault,
    spend: (size) => within(spend(patterns.budget, size)),
    mayMake: (elements) => within(patterns.budget.elements + elements <= mostElements),
    faulty: new Set(),
    ids: new Set(),
  };
}

const tooMany = `Patterns would make more than ${mostElements} elements, or more text than can be read.`;
