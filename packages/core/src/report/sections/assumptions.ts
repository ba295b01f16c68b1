import type { Element, Indicator } from '../../case/index.js';
import { type Block, badge, type Cell, cell, cellOf, code, type Line, paragraph, table } from '../document.js';
import { sourceOf } from '../element-facts.js';
import { withBand } from '../numbers.js';
import { elementLink, type View } from '../view.js';

/** What the setting must supply, who answers for it, and what would show that it fails. */
export function assumptions(view: View): readonly Block[] {
  const all = view.case.elements.filter(({ type }) => type === 'assumption');
  if (all.length === 0) return [paragraph('The case states no assumption.')];
  const indicators = new Map(view.case.indicators.map((indicator) => [indicator.id, indicator]));
  const columns = ['Assumption', 'Owner', ...(view.numbers ? ['Doubt'] : []), 'Where that comes from', 'Indicator'];
  const rows = table(
    'Assumptions, who answers for them, and what would show them to fail',
    columns,
    all,
    (element) => ({
      cells: [
        cellOf([[elementLink(view, element.id)], [element.text]]),
        element.owner === undefined ? cell(badge('open', 'nobody')) : cell(element.owner),
        ...(view.numbers ? [doubtCell(view, element)] : []),
        cellOf(sourcesOf(view, element)),
        indicatorCell(element, indicators),
      ],
    }),
  );
  return [rows];
}

function doubtCell(view: View, { id }: Element): Cell {
  const [leaf] = view.leavesOf(id);
  if (leaf !== undefined && view.isWithheld(leaf.id)) return cell('withheld');
  const doubt = leaf?.doubt;
  return cell(doubt === undefined ? 'not in any argument' : withBand(doubt));
}

function sourcesOf(view: View, element: Element): Line[] {
  const leaves = view.leavesOf(element.id);
  return leaves.length === 0 ? [['No claim rests on it.']] : leaves.map((leaf) => sourceOf(view, element, leaf));
}

function indicatorCell({ id, indicator }: Element, indicators: ReadonlyMap<string, Indicator>): Cell {
  const named =
    indicator === undefined ? [...indicators.values()].find((one) => one.tests === id) : indicators.get(indicator);
  if (named === undefined) return cell(indicator === undefined ? badge('open', 'none') : indicator);
  return cellOf(indicatorLines(named));
}

/** What is watched, and when it counts as a breach. */
export function indicatorLines({ id, breach, every }: Indicator): Line[] {
  const lines: Line[] = [[{ kind: 'strong', text: id }]];
  if (breach !== undefined) lines.push(['Breached if ', code(breach)]);
  if (every !== undefined) lines.push([`Looked at every ${every}`]);
  return lines;
}
