import type { Branch, Instruction } from './instruction.js';
import type { Definition, EventTree } from './model.js';
import { constantTag, expressionTag, formulaTag } from './write-parts.js';
import { type Tag, tag } from './xml-text.js';

type Define = (element: string, of: Definition, attributes: Tag['attributes'], inner: readonly Tag[]) => Tag;

export function eventTreeTag(of: EventTree, define: Define): Tag {
  return define('define-event-tree', of, {}, [
    ...of.functionalEvents.map((event) => define('define-functional-event', event, {}, [])),
    ...[...of.sequences.values()].map((sequence) =>
      define('define-sequence', sequence, {}, sequence.instructions.map(instructionTag)),
    ),
    ...[...of.branches.values()].map((branch) => define('define-branch', branch, {}, branchTags(branch.branch))),
    tag('initial-state', {}, branchTags(of.initialState)),
  ]);
}

function branchTags({ instructions, target }: Branch): Tag[] {
  const steps = instructions.map(instructionTag);
  if (target.kind !== 'fork') return [...steps, tag(target.kind, { name: target.name }, [])];
  const paths = target.paths.map(({ state, branch }) => tag('path', { state }, branchTags(branch)));
  return [...steps, tag('fork', { 'functional-event': target.functionalEvent }, paths)];
}

export function instructionTag(instruction: Instruction): Tag {
  switch (instruction.kind) {
    case 'set-house-event':
      return tag(instruction.kind, { name: instruction.name }, [constantTag(instruction.state)]);
    case 'collect-formula':
      return tag(instruction.kind, {}, [formulaTag(instruction.formula)]);
    case 'collect-expression':
      return tag(instruction.kind, {}, [expressionTag(instruction.expression)]);
    case 'if': {
      const { condition, chosen, otherwise } = instruction;
      const other = otherwise === undefined ? [] : [instructionTag(otherwise)];
      return tag('if', {}, [expressionTag(condition), instructionTag(chosen), ...other]);
    }
    case 'block':
      return tag('block', {}, instruction.instructions.map(instructionTag));
    case 'rule':
    case 'event-tree':
      return tag(instruction.kind, { name: instruction.name }, []);
  }
}
