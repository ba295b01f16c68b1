import { pointValues, termsBuilder } from '../uncertainty/index.js';
import type { Expression } from './expression.js';
import { expressionTerms, type PathContext } from './expression-terms.js';
import type { Branch, Fork, Instruction } from './instruction.js';
import { type EventTree, idOf, type OpenPsaModel } from './model.js';
import { type ModelPlace, type ModelProblem, type ModelResult, problemAt } from './problem.js';
import { find, undefinedName } from './resolve.js';
import type { Placed } from './to-risk-model.js';
import { quoted } from './xml-node.js';

/** What a path collects on its way to a sequence. */
export interface PathOfSequence {
  readonly formulas: readonly Placed[];
  readonly expressions: readonly { readonly expression: Expression; readonly context: PathContext }[];
}

/** An end state, with all paths that lead to it. */
export interface SequencePaths {
  readonly name: string;
  readonly paths: readonly PathOfSequence[];
}

/** Paths of one event tree, with what it links to. */
const mostPaths = 100_000;
/** Instructions followed on all paths, and things collected on one. */
const mostSteps = 200_000;
const mostCollected = 5_000;
/** Branches, rules, blocks and linked trees inside each other. */
const deepest = 500;

interface State {
  readonly formulas: readonly Placed[];
  readonly expressions: PathOfSequence['expressions'];
  /** House events that were set, by id. */
  readonly houses: ReadonlyMap<string, boolean>;
  readonly states: ReadonlyMap<string, string>;
}

/**
 * All paths of an initiating event through its event tree, by sequence, in the order that they are met. A path multiplies
 * what it collects; the paths to one sequence add up.
 */
export function sequencesOf(
  model: OpenPsaModel,
  initiatingEvent: string,
  missionTime: number,
): ModelResult<readonly SequencePaths[]> {
  const start = model.initiatingEvents.get(initiatingEvent);
  const nowhere = { line: 1, column: 1 };
  if (start === undefined)
    return {
      ok: false,
      problem: undefinedName('initiating event', initiatingEvent, nowhere, model.initiatingEvents.keys()),
    };
  const sequences = new Map<string, PathOfSequence[]>();
  /** Conditions have a value of their own: an uncertain number in one stands at its mean. */
  const builder = termsBuilder();
  const { termOf } = expressionTerms(model, builder, missionTime);
  let paths = 0;
  let taken = 0;

  const treeNamed = (name: string, place: ModelPlace): EventTree | ModelProblem =>
    model.eventTrees.get(name) ?? undefinedName('event tree', name, place, model.eventTrees.keys());

  /** Follows one instruction; the state after it, or nothing where it led on into another tree. */
  const step = (instruction: Instruction, state: State, depth: number): State | 'linked' | ModelProblem => {
    if (depth > deepest)
      return problemAt(
        'limit',
        instruction.place,
        'the event tree is nested too deep, or leads back to itself',
        `at most ${deepest} levels`,
      );
    taken += 1;
    if (taken > mostSteps || state.formulas.length + state.expressions.length + state.houses.size > mostCollected)
      return problemAt(
        'limit',
        instruction.place,
        'the event tree follows too many instructions',
        `at most ${mostSteps}, and ${mostCollected} on one path`,
      );
    const context: PathContext = { initiatingEvent, states: state.states };
    switch (instruction.kind) {
      case 'set-house-event': {
        const house = find(model.houses, instruction.name, []);
        if (house === undefined)
          return undefinedName('house-event', instruction.name, instruction.place, model.houses.keys());
        return { ...state, houses: new Map([...state.houses, [idOf(house), instruction.state]]) };
      }
      case 'collect-formula':
        return {
          ...state,
          formulas: [...state.formulas, { formula: instruction.formula, scope: [], houses: state.houses }],
        };
      case 'collect-expression':
        return {
          ...state,
          expressions: [...state.expressions, { expression: instruction.expression, context }],
        };
      case 'if': {
        const term = termOf(instruction.condition, [], context);
        if (typeof term !== 'number') return term;
        const value = pointValues(builder.terms)[term]!;
        if (Number.isNaN(value))
          return problemAt('domain', instruction.place, 'the condition has no value', 'true or false');
        const chosen = value !== 0 ? instruction.chosen : instruction.otherwise;
        return chosen === undefined ? state : step(chosen, state, depth + 1);
      }
      case 'block':
        return steps(instruction.instructions, state, depth + 1);
      case 'rule': {
        const rule = model.rules.get(instruction.name);
        if (rule === undefined) return undefinedName('rule', instruction.name, instruction.place, model.rules.keys());
        return steps(rule.instructions, state, depth + 1);
      }
      case 'event-tree': {
        const tree = treeNamed(instruction.name, instruction.place);
        if ('kind' in tree) return tree;
        // Functional events are of one tree: a linked one may name them anew.
        const problem = branch(tree.initialState, { ...state, states: new Map() }, tree, depth + 1);
        return problem ?? 'linked';
      }
    }
  };

  const steps = (list: readonly Instruction[], from: State, depth: number): State | 'linked' | ModelProblem => {
    let state = from;
    let linked = false;
    for (const instruction of list) {
      const next = step(instruction, state, depth);
      if (next === 'linked') linked = true;
      else if ('kind' in next) return next;
      else state = next;
    }
    return linked ? 'linked' : state;
  };

  const branch = (of: Branch, from: State, tree: EventTree, depth: number): ModelProblem | undefined => {
    const { target } = of;
    if (depth > deepest)
      return problemAt(
        'limit',
        target.place,
        'the event tree is nested too deep, or leads back to itself',
        `at most ${deepest} levels`,
      );
    const state = steps(of.instructions, from, depth);
    if (state === 'linked')
      return problemAt(
        'not-supported',
        target.place,
        'a branch links to another event tree and goes on',
        'the link in a sequence',
      );
    if ('kind' in state) return state;
    if (target.kind === 'fork') return fork(target, state, tree, depth);
    if (target.kind === 'branch') {
      const named = tree.branches.get(target.name);
      if (named === undefined) return undefinedName('branch', target.name, target.place, tree.branches.keys());
      return branch(named.branch, state, tree, depth + 1);
    }
    const sequence = tree.sequences.get(target.name);
    if (sequence === undefined) return undefinedName('sequence', target.name, target.place, tree.sequences.keys());
    const ended = steps(sequence.instructions, state, depth + 1);
    if (ended === 'linked') return undefined;
    if ('kind' in ended) return ended;
    paths += 1;
    if (paths > mostPaths)
      return problemAt('limit', target.place, 'the event tree has too many paths', `at most ${mostPaths}`);
    const before = sequences.get(sequence.name) ?? [];
    sequences.set(sequence.name, before);
    before.push({ formulas: ended.formulas, expressions: ended.expressions });
    return undefined;
  };

  const fork = (of: Fork, state: State, tree: EventTree, depth: number): ModelProblem | undefined => {
    const { functionalEvent: name, place } = of;
    if (!tree.functionalEvents.some((event) => event.name === name)) {
      const names = tree.functionalEvents.map((event) => event.name);
      return undefinedName('functional event', name, place, names);
    }
    if (state.states.has(name))
      return problemAt('cycle', place, `a path forks twice at ${quoted(name)}`, 'each functional event once on a path');
    for (const path of of.paths) {
      const states = new Map([...state.states, [name, path.state]]);
      const problem = branch(path.branch, { ...state, states }, tree, depth + 1);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };

  if (start.eventTree === undefined)
    return {
      ok: false,
      problem: problemAt(
        'missing-attribute',
        start.place,
        `initiating event ${quoted(start.name)} has no event tree`,
        'the attribute `event-tree`',
      ),
    };
  const tree = treeNamed(start.eventTree, start.place);
  const problem =
    'kind' in tree
      ? tree
      : branch(tree.initialState, { formulas: [], expressions: [], houses: new Map(), states: new Map() }, tree, 0);
  if (problem !== undefined) return { ok: false, problem };
  return { ok: true, value: [...sequences].map(([name, list]) => ({ name, paths: list })) };
}
