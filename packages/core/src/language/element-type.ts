import type { ChallengeForm, ElementType } from '../case/index.js';
import type { ElementText } from '../schema/index.js';
import { report, type Source } from './source.js';
import { entryOf, type MapNode, type Span } from './tree.js';

/** What the prefix of an id says, the longer prefix before its own beginning. */
const prefixes: readonly { readonly prefix: string; readonly type: ElementType }[] = [
  { prefix: 'CSn', type: 'challenge' },
  { prefix: 'CG', type: 'challenge' },
  { prefix: 'Sn', type: 'solution' },
  { prefix: 'G', type: 'goal' },
  { prefix: 'S', type: 'strategy' },
  { prefix: 'C', type: 'context' },
  { prefix: 'A', type: 'assumption' },
  { prefix: 'J', type: 'justification' },
  { prefix: 'D', type: 'challenge' },
  { prefix: 'R', type: 'goal' },
];

/** The type that an id says by its prefix. */
export function typeByPrefix(id: string): ElementType | undefined {
  return prefixes.find(({ prefix }) => id.startsWith(prefix))?.type;
}

/** Names of gsn2x, where they differ by more than their case. */
const gsn2xTypes: Readonly<Record<string, ElementType>> = { CounterGoal: 'challenge', CounterSolution: 'challenge' };

/** The type of an element; undefined (and reported) where nothing says it, or two things that differ. */
export function typeOf(
  { file, assumptions }: { readonly file: { readonly source: Source }; readonly assumptions?: boolean },
  id: string,
  text: ElementText,
  node: MapNode,
): ElementType | undefined {
  const { source } = file;
  const named = text.nodeType;
  const nodeType = named === undefined ? undefined : (gsn2xTypes[named] ?? (named.toLowerCase() as ElementType));
  const stated = text.type ?? nodeType;
  if (text.type !== undefined && nodeType !== undefined && text.type !== nodeType) {
    const at = entryOf(node, 'nodeType')!.value;
    report(source, 'type-conflict', at, `\`${id}\` is a ${text.type} by \`type\` and a ${nodeType} by \`nodeType\`.`, {
      hint: 'Keep one.',
    });
    return undefined;
  }
  if (assumptions === true) {
    if (stated === undefined || stated === 'assumption') return 'assumption';
    const at = (entryOf(node, 'type') ?? entryOf(node, 'nodeType'))!.value;
    const message = `\`${id}\` stands in \`assumptions\`, so it is an assumption, not a ${stated}.`;
    report(source, 'type-conflict', at, message, { hint: 'Move it to `argument`.' });
    return undefined;
  }
  const type = stated ?? typeByPrefix(id);
  if (type !== undefined) return type;
  const at = entryOf(node, 'id')?.value ?? keyAt(source, node, id);
  const message = `The type of \`${id}\` is not known: its id starts with no known prefix, and it has no \`type\`.`;
  report(source, 'unknown-type', at, message, {
    hint: 'Add `type: goal` (or another), or start the id with G, S, Sn, C, A, J, D, CG, CSn or R.',
  });
  return undefined;
}

/** The key stands before its map, except where an alias shows both; the map itself where it is not found. */
function keyAt({ text, aliases }: Source, node: MapNode, id: string): Span {
  const start = text.lastIndexOf(id, node.start);
  const end = start + id.length;
  if (start === -1 || (aliases.has(node.start) && !/^["']?\s*:\s*$/.test(text.slice(end, node.start)))) return node;
  return { start, end };
}

/** Whether a challenge is a counter-goal, a counter-solution or a plain one: by `nodeType`, else by its prefix. */
export function formOf(id: string, nodeType: ElementText['nodeType']): ChallengeForm {
  if (nodeType === 'CounterGoal') return 'counter-goal';
  if (nodeType === 'CounterSolution') return 'counter-solution';
  if (nodeType !== undefined) return 'challenge';
  return id.startsWith('CSn') ? 'counter-solution' : id.startsWith('CG') ? 'counter-goal' : 'challenge';
}
