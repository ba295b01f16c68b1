import { nearest } from '../names/index.js';
import type { Branch, Fork, Instruction } from './instruction.js';
import type { EventTree, NamedBranch, Sequence } from './model.js';
import { readExpression } from './read-expression.js';
import { readBoolean, readFormula } from './read-formula.js';
import { header } from './read-header.js';
import { all, only, placeOf, quoted, required, type Sink, type XmlNode } from './xml-node.js';

const instructions = ['set-house-event', 'collect-formula', 'collect-expression', 'if', 'block', 'rule', 'event-tree'];
const targets = ['fork', 'sequence', 'branch'];

/** An event tree: functional events, sequences, branches and the initial state. */
export function readEventTree(node: XmlNode, to: Sink): EventTree | undefined {
  const begun = header(node, [], false, to);
  if (begun === undefined) return undefined;
  const { definition, body } = begun;
  const functionalEvents = new Map<string, EventTree['functionalEvents'][number]>();
  const sequences = new Map<string, Sequence>();
  const branches = new Map<string, NamedBranch>();
  let initialState: Branch | undefined;
  for (const child of body) {
    if (child.name === 'initial-state') {
      if (initialState !== undefined)
        return to.fail('duplicate', placeOf(child), 'an event tree has two initial states', 'one');
      initialState = readBranch(child, child.children, to);
      if (initialState === undefined) return undefined;
      continue;
    }
    const part = header(child, [], false, to);
    if (part === undefined) return undefined;
    const of = {
      'define-functional-event': functionalEvents,
      'define-sequence': sequences,
      'define-branch': branches,
    }[child.name];
    if (of === undefined)
      return to.fail(
        'unknown-element',
        placeOf(child),
        `<${child.name}> is no part of an event tree`,
        'define-functional-event, define-sequence, define-branch or initial-state',
      );
    const { name } = part.definition;
    if (of.has(name))
      return to.fail(
        'duplicate',
        placeOf(child),
        `${quoted(name)} is defined twice in the event tree`,
        'one definition',
      );
    if (child.name === 'define-functional-event') functionalEvents.set(name, part.definition);
    else if (child.name === 'define-sequence') {
      const steps = all(part.body, (one) => readInstruction(one, to));
      if (steps === undefined) return undefined;
      sequences.set(name, { ...part.definition, instructions: steps });
    } else {
      const branch = readBranch(child, part.body, to);
      if (branch === undefined) return undefined;
      branches.set(name, { ...part.definition, branch });
    }
  }
  if (initialState === undefined)
    return to.fail(
      'bad-number-of-parts',
      placeOf(node),
      `event tree ${quoted(definition.name)} has no initial state`,
      '<initial-state>',
    );
  return { ...definition, functionalEvents: [...functionalEvents.values()], sequences, branches, initialState };
}

/** Instructions and then one target. */
function readBranch(of: XmlNode, parts: readonly XmlNode[], to: Sink): Branch | undefined {
  const last = parts.at(-1);
  if (last === undefined || !targets.includes(last.name))
    return to.fail('bad-number-of-parts', placeOf(of), `<${of.name}> leads nowhere`, 'a fork, a sequence or a branch');
  const steps = all(parts.slice(0, -1), (part) => readInstruction(part, to));
  if (steps === undefined) return undefined;
  if (last.name === 'fork') {
    const target = readFork(last, to);
    return target === undefined ? undefined : { instructions: steps, target };
  }
  const name = required(last, 'name', to);
  if (name === undefined) return undefined;
  return { instructions: steps, target: { kind: last.name as 'sequence' | 'branch', name, place: placeOf(last) } };
}

function readFork(node: XmlNode, to: Sink): Fork | undefined {
  const functionalEvent = required(node, 'functional-event', to);
  if (functionalEvent === undefined) return undefined;
  const states = new Set<string>();
  const paths = all(node.children, (path) => {
    if (path.name !== 'path')
      return to.fail('unknown-element', placeOf(path), `<${path.name}> stands in a fork`, '<path>');
    const state = required(path, 'state', to);
    if (state === undefined) return undefined;
    if (states.has(state))
      return to.fail('duplicate', placeOf(path), `the fork has two paths for the state ${quoted(state)}`, 'one');
    states.add(state);
    const branch = readBranch(path, path.children, to);
    return branch === undefined ? undefined : { state, branch, place: placeOf(path) };
  });
  if (paths === undefined) return undefined;
  if (paths.length === 0)
    return to.fail('bad-number-of-parts', placeOf(node), '<fork> has no paths', 'at least one <path>');
  return { kind: 'fork', functionalEvent, paths, place: placeOf(node) };
}

/** What a path does: set a house event, collect, choose, follow a rule, go on in another tree. */
export function readInstruction(node: XmlNode, to: Sink): Instruction | undefined {
  const place = placeOf(node);
  const { name, children } = node;
  const [first, second, third] = children;
  switch (name) {
    case 'set-house-event': {
      const house = required(node, 'name', to);
      const state = only(node, to, readBoolean);
      return house === undefined || state === undefined ? undefined : { kind: name, name: house, state, place };
    }
    case 'collect-formula': {
      const formula = only(node, to, readFormula);
      return formula === undefined ? undefined : { kind: name, formula, place };
    }
    case 'collect-expression': {
      const expression = only(node, to, readExpression);
      return expression === undefined ? undefined : { kind: name, expression, place };
    }
    case 'if': {
      if (first === undefined || second === undefined || children.length > 3)
        return to.fail(
          'bad-number-of-parts',
          place,
          `<if> has ${children.length} parts`,
          'a condition, an instruction and perhaps another',
        );
      const condition = readExpression(first, to);
      const chosen = condition && readInstruction(second, to);
      const otherwise = chosen && third && readInstruction(third, to);
      if (condition === undefined || chosen === undefined || (third !== undefined && otherwise === undefined))
        return undefined;
      return { kind: name, condition, chosen, ...(otherwise === undefined ? {} : { otherwise }), place };
    }
    case 'block': {
      const steps = all(children, (child) => readInstruction(child, to));
      return steps === undefined ? undefined : { kind: name, instructions: steps, place };
    }
    case 'rule':
    case 'event-tree': {
      const named = required(node, 'name', to);
      return named === undefined ? undefined : { kind: name, name: named, place };
    }
    default:
      return to.fail(
        'unknown-element',
        place,
        `<${name}> is no instruction`,
        instructions.join(', '),
        nearest(name, instructions),
      );
  }
}
