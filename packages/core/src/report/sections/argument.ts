import { type ElementId, outcomesOf } from '../../case/index.js';
import { type Block, faint, paragraph } from '../document.js';
import { outlineOf } from '../outline.js';
import type { View } from '../view.js';

/** The whole argument as an outline: each outcome's, the risk cases', and what belongs to none. */
export function argument(view: View): readonly Block[] {
  const { case: of, index } = view;
  const drawn = new Set<ElementId>();
  const blocks: Block[] = [
    paragraph(
      'Each element is shown where it is met first, with where its doubt comes from, and linked to after that. Open an element to see what it rests on.',
    ),
  ];
  const part = (name: string, title: string, what: string, roots: readonly ElementId[]) => {
    const rows = outlineOf(view, roots, drawn);
    if (rows.length === 0) return;
    blocks.push({ kind: 'part', anchor: name, title: [title, faint(what)], blocks: [{ kind: 'outline', rows }] });
  };
  for (const { id, claim } of outcomesOf(index))
    if (claim !== undefined)
      part(`argument-${id}`, id, of.bare ? ': what is argued' : ': why it will not occur', [claim]);
  for (const { outcome, claim } of of.riskCases)
    part(`argument-risk-${outcome}`, outcome, ': the risk case, why it will occur', [claim]);
  const rest = of.elements.filter(({ id }) => !drawn.has(id));
  const below = new Set(rest.flatMap(({ id }) => (index.parents(id).length === 0 && !isBelow(view, id) ? [id] : [])));
  part('argument-other', 'Beside the arguments', ': what no claim of an outcome rests on', [...below]);
  part(
    'argument-loops',
    'Unreached',
    ': elements that only cite one another',
    rest.map(({ id }) => id).filter((id) => !drawn.has(id)),
  );
  return blocks;
}

/** Whether the outline draws the element below another one although nothing supports itself by it. */
function isBelow({ index }: View, id: ElementId): boolean {
  const element = index.element(id);
  const target = element?.challenge?.target;
  if (target === undefined) return false;
  return index.element(target.kind === 'element' ? target.element : target.from) !== undefined;
}
