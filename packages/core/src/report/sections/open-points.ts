import { type Block, badge, cell, cellOf, type Line, link, numeric, paragraph, soft, table } from '../document.js';
import { itemLine, type OpenPoint, openPointsOf } from '../points/open-points.js';
import type { View } from '../view.js';
import { clause, counted, listed } from '../words.js';

/** Items of a kind that are named. */
const mostItems = 12;

/** What is open, in one place: the first page of an assessor. */
export function openPoints(view: View): readonly Block[] {
  const all = openPointsOf(view);
  const found = all.filter(({ items }) => items.length > 0);
  const none = all.filter(({ items }) => items.length === 0).map(({ kind }) => clause(kind));
  const rows = table(
    'What is open, and where the report says more',
    ['What', numeric('How many'), 'Which'],
    found,
    ({ kind, tone, items, section }) => ({
      cells: [
        cell(link(section, kind)),
        cell(badge(tone, String(items.length))),
        cellOf([namesOf(view, { items, section })]),
      ],
    }),
  );
  return [
    paragraph(
      found.length === 0
        ? 'Nothing of what is looked for was found open.'
        : `${counted(found.length, 'kind')} of open points.`,
    ),
    ...(found.length === 0 ? [] : [rows]),
    ...(none.length === 0 ? [] : [soft(`Looked for and not found: ${listed(none)}.`)]),
  ];
}

/** Each name once, as findings repeat their rule. */
function namesOf(view: View, { items }: Pick<OpenPoint, 'items' | 'section'>): Line {
  const names = [...new Set(items)];
  const shown = names.slice(0, mostItems);
  const rest = names.length - shown.length;
  return [
    ...shown.flatMap((item, at): Line => [...(at === 0 ? [] : [', ']), ...itemLine(view, item)]),
    ...(rest === 0 ? [] : [` and ${rest} more`]),
  ];
}
