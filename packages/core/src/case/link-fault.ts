import type { Relation } from './lookup.js';
import type { Element, ElementType } from './model/index.js';

/**
 * Why a link between two elements is none that GSN (Community Standard, version 3, part 1) allows. Rules report it where it
 * stands in a text, edits refuse to write it.
 */
export type LinkFault =
  /** Support of something that is not argued. */
  | 'not-argued'
  /** Support by something that cannot carry any. */
  | 'not-support'
  /** A strategy supported by something other than goals. */
  | 'strategy-step'
  /** Support of a counter-solution, which is cited and not argued. */
  | 'counter-solution-argued'
  /** Context of something that is context itself. */
  | 'no-context'
  /** As context something that is none. */
  | 'not-context'
  /** Context of a solution, which belongs to the goal that cites it. */
  | 'solution-context';

const supports: readonly ElementType[] = ['goal', 'strategy', 'solution'];
const contexts: readonly ElementType[] = ['context', 'assumption', 'justification'];

/** What is wrong with `from` referring to `to` by the relation; undefined where GSN allows it. */
export function linkFault(
  from: Pick<Element, 'type' | 'form'>,
  relation: Relation,
  to: Pick<Element, 'type'>,
): LinkFault | undefined {
  if (relation === 'inContextOf') {
    if (contexts.includes(from.type)) return 'no-context';
    if (!contexts.includes(to.type)) return 'not-context';
    return from.type === 'solution' ? 'solution-context' : undefined;
  }
  if (from.type !== 'goal' && from.type !== 'strategy' && from.type !== 'challenge') return 'not-argued';
  // What argues for a challenge may be a challenge too, such as a counter-solution.
  const mayCarry = supports.includes(to.type) || (from.type === 'challenge' && to.type === 'challenge');
  if (!mayCarry) return 'not-support';
  if (from.type === 'strategy' && to.type !== 'goal') return 'strategy-step';
  return from.form === 'counter-solution' ? 'counter-solution-argued' : undefined;
}

/** Whether an element of the type says what another means or presupposes. */
export function isContextual(type: ElementType): boolean {
  return contexts.includes(type);
}

/** Whether an element of the type may support a claim. */
export function maySupport(type: ElementType): boolean {
  return supports.includes(type);
}
